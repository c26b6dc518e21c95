@NullMarked
package dev.latchkey.token.lastuse;

import org.jspecify.annotations.NullMarked;
