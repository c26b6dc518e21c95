package dev.latchkey.mfa.totp;

import dev.latchkey.kit.sealing.Columns;
import dev.latchkey.kit.sealing.Sealing;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/**
 * Keeps secrets unreadable in the database. A sealed secret is bound to its table and row: copied
 * to another account's row it does not open.
 */
@ApplicationScoped
public class SecretSeal {

  private static final String PURPOSE = "totp-secret";

  private final Sealing sealing;

  SecretSeal(@Columns Sealing sealing) {
    this.sealing = sealing;
  }

  /** The secret as text for a column of that row. */
  public String seal(String table, UUID row, TotpSecret secret) {
    return sealing.seal(PURPOSE, context(table, row), secret.bytes());
  }

  /** The secret of that row. */
  public TotpSecret open(String table, UUID row, String sealed) {
    return TotpSecret.of(sealing.open(PURPOSE, context(table, row), sealed));
  }

  /** False when the key has been rotated since: the next write should seal anew. */
  public boolean current(String sealed) {
    return sealing.current(sealed);
  }

  private static String context(String table, UUID row) {
    return table + "/" + row;
  }
}
