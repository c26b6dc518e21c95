@NullMarked
package dev.latchkey.auth.operator;

import org.jspecify.annotations.NullMarked;
