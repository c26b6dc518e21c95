/**
 * Long-lived tokens of an account: the explicit authorizations a person makes, and the sign-ins of
 * the command line. Start reading at {@link dev.latchkey.token.minting.Minting}.
 */
@NullMarked
package dev.latchkey.token;

import org.jspecify.annotations.NullMarked;
