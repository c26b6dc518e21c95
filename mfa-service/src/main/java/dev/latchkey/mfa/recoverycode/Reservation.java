package dev.latchkey.mfa.recoverycode;

import java.util.UUID;

/** What came of reserving a failure, before the code is looked at. */
sealed interface Reservation {

  /** The failure is counted; a right code takes it back. */
  record Reserved(UUID set, String salt, boolean last) implements Reservation {}

  /** Too many failures in a row: recovery codes are off for this pool. */
  record Exhausted() implements Reservation {}

  /** The account has a second factor, and no recovery codes that this could be one of. */
  record NoCodes() implements Reservation {}

  /** The account has no second factor. */
  record NoFactor() implements Reservation {}
}
