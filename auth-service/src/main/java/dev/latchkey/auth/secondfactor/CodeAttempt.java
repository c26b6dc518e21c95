package dev.latchkey.auth.secondfactor;

import dev.latchkey.contracts.event.Origin;

/**
 * A code that somebody sent.
 *
 * @param code as sent; mfa-service tells by its form which factor it is for
 * @param epoch the account's epoch that the password, or the credential, was checked under
 * @param knownDevice true when it counts on the pool of the account's known devices
 */
public record CodeAttempt(String code, int epoch, boolean knownDevice, Origin origin) {

  /** Codes stay out of logs. */
  @Override
  public String toString() {
    return "CodeAttempt[redacted]";
  }
}
