@NullMarked
package dev.latchkey.token.introspection;

import org.jspecify.annotations.NullMarked;
