package dev.latchkey.mfa.recoverycode;

import java.util.List;
import java.util.UUID;

/**
 * Codes that were just made, hashed and sealed, and are not stored yet.
 *
 * @param set id of their set
 * @param shown the codes themselves, in the order of {@code kept}
 */
record NewCodes(UUID set, String salt, List<RecoveryCode> shown, List<KeptCode> kept) {

  NewCodes {
    shown = List.copyOf(shown);
    kept = List.copyOf(kept);
  }
}
