@NullMarked
package dev.latchkey.token.authorization;

import org.jspecify.annotations.NullMarked;
