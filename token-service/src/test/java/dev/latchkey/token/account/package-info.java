@NullMarked
package dev.latchkey.token.account;

import org.jspecify.annotations.NullMarked;
