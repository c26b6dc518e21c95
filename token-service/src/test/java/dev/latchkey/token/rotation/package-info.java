@NullMarked
package dev.latchkey.token.rotation;

import org.jspecify.annotations.NullMarked;
