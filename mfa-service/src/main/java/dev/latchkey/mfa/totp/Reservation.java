package dev.latchkey.mfa.totp;

import java.util.UUID;

/** What came of reserving a failure, before the code is looked at. */
sealed interface Reservation {

  /** The failure is counted; a right code takes it back. */
  record Reserved(UUID factor, String sealedSecret, TimeStep spent, boolean last)
      implements Reservation {}

  /** Too many failures in a row: the factor is off for this pool. */
  record Exhausted() implements Reservation {}

  /** There is no factor. */
  record NoFactor() implements Reservation {}
}
