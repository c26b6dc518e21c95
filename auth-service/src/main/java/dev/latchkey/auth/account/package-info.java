/** The account: who a person is, what they may change about themselves, and how they leave. */
@NullMarked
package dev.latchkey.auth.account;

import org.jspecify.annotations.NullMarked;
