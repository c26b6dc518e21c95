package dev.latchkey.mfa.smscode;

import dev.latchkey.mfa.recoveryphone.SignInPhone;

/** What came of reserving a failure, before the code is looked at. */
sealed interface Reservation {

  /** The failure is counted; a right code takes it back. */
  record Reserved(SignInPhone.Usable phone, boolean last) implements Reservation {}

  /** Too many failures in a row: text messages are off for this pool. */
  record Exhausted(SignInPhone.Usable phone) implements Reservation {}

  /** The account has a second factor, and no phone that counts now. */
  record NoPhone() implements Reservation {}

  /** The account has no second factor. */
  record NoFactor() implements Reservation {}
}
