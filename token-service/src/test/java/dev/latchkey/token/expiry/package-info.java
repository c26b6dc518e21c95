@NullMarked
package dev.latchkey.token.expiry;

import org.jspecify.annotations.NullMarked;
