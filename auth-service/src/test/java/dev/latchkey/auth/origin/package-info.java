@NullMarked
package dev.latchkey.auth.origin;

import org.jspecify.annotations.NullMarked;
