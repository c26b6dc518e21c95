@NullMarked
package dev.latchkey.token.description;

import org.jspecify.annotations.NullMarked;
