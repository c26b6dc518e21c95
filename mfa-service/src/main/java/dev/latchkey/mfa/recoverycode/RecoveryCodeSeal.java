package dev.latchkey.mfa.recoverycode;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Keeps codes that may be viewed unreadable in the database. A sealed code is bound to its row:
 * copied to another one it does not open.
 */
@ApplicationScoped
class RecoveryCodeSeal {

  private static final String PURPOSE = "recovery-code";

  private final Sealing sealing;

  RecoveryCodeSeal(@Columns Sealing sealing) {
    this.sealing = sealing;
  }

  /** The code as text for that row. */
  String seal(UUID row, RecoveryCode code) {
    return sealing.seal(PURPOSE, context(row), code.symbols().getBytes(US_ASCII));
  }

  /** The code of that row. */
  RecoveryCode open(UUID row, String sealed) {
    return new RecoveryCode(new String(sealing.open(PURPOSE, context(row), sealed), US_ASCII));
  }

  /** False when the key has been rotated since. */
  boolean current(String sealed) {
    return sealing.current(sealed);
  }

  private static String context(UUID row) {
    return KeptCode.TABLE + "/" + row;
  }
}
