package dev.latchkey.mfa.recoveryphone;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import dev.latchkey.mfa.sms.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Keeps numbers unreadable in the database. A sealed number is bound to its row: copied to another
 * account's row it does not open, so that nobody's codes can be sent elsewhere that way.
 */
@ApplicationScoped
class NumberSeal {

  private static final String PURPOSE = "recovery-phone";

  private final Sealing sealing;

  NumberSeal(@Columns Sealing sealing) {
    this.sealing = sealing;
  }

  /** The number as text for that row. */
  String seal(UUID row, PhoneNumber number) {
    return sealing.seal(PURPOSE, context(row), number.e164().getBytes(US_ASCII));
  }

  PhoneNumber open(RecoveryPhone phone) {
    var plain = sealing.open(PURPOSE, context(phone.id), phone.sealedNumber);
    return new PhoneNumber(new String(plain, US_ASCII));
  }

  /** False when the key has been rotated since. */
  boolean current(RecoveryPhone phone) {
    return sealing.current(phone.sealedNumber);
  }

  private static String context(UUID row) {
    return RecoveryPhone.TABLE + "/" + row;
  }
}
