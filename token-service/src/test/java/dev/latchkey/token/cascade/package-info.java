@NullMarked
package dev.latchkey.token.cascade;

import org.jspecify.annotations.NullMarked;
