package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.id.AccountId;
import java.time.Instant;
import java.util.UUID;

/** Facts to say. */
public final class Facts {

  // With nanoseconds, which a timestamp column would lose.
  public static final Instant AT = Instant.parse("2026-11-21T10:15:30.123456789Z");

  private Facts() {}

  public static AccountId anAccount() {
    return new AccountId(UUID.randomUUID());
  }

  public static MfaEvent.RecoveryCodeUsed codeUsed(AccountId account, int left) {
    return new MfaEvent.RecoveryCodeUsed(account, AT, left, "k1.sealed");
  }
}
