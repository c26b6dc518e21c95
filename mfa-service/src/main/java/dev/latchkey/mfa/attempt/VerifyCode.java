package dev.latchkey.mfa.attempt;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;

/**
 * Please verify what somebody typed.
 *
 * @param typed anything; a text that is no code costs an attempt like a wrong one
 * @param origin told to the owner should the factor be switched off by too many failures
 */
public record VerifyCode(AccountId account, String typed, AttemptPool pool, Origin origin) {

  @Override
  public String toString() {
    return "VerifyCode[account=" + account + ", pool=" + pool + "]";
  }
}
