/** Tests of accounts and their addresses. */
@NullMarked
package dev.latchkey.auth.account;

import org.jspecify.annotations.NullMarked;
