@NullMarked
package dev.latchkey.mfa.operator;

import org.jspecify.annotations.NullMarked;
