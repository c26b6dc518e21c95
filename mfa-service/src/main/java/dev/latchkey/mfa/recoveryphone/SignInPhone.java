package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.mfa.sms.PhoneNumber;
import java.time.Duration;
import java.util.UUID;

/** Whether a text message can be a sign-in's second factor. */
public sealed interface SignInPhone {

  /**
   * To that phone.
   *
   * @param id the row of the phone
   * @param hash the number's keyed hash
   */
  record Usable(UUID id, PhoneNumber number, String hash) implements SignInPhone {}

  /** There is none. */
  record None() implements SignInPhone {}

  /** There is one, which has not been known long enough. */
  record TooNew(Duration left) implements SignInPhone {}

  /** There is one, and the password was reset a short time ago. */
  record AfterReset(Duration left) implements SignInPhone {}

  /** There is one, and something befell the account that was not heard of here yet. */
  record NotHeardYet() implements SignInPhone {}
}
