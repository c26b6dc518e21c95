package dev.latchkey.mfa.attempt;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * Please verify what somebody typed.
 *
 * @param typed anything; a text that is no code costs an attempt like a wrong one
 * @param signIn where: at a sign-in, or for step-up
 * @param epoch the account's epoch under which the password was checked
 * @param challenge the sign-in that waits for the code; null when there is none
 * @param origin told to the owner should the factor be switched off by too many failures
 */
public record VerifyCode(
    AccountId account,
    String typed,
    AttemptPool pool,
    boolean signIn,
    int epoch,
    @Nullable String challenge,
    Origin origin) {

  @Override
  public String toString() {
    return "VerifyCode[account=" + account + ", pool=" + pool + "]";
  }
}
