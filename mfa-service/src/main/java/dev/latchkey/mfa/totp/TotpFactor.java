package dev.latchkey.mfa.totp;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An authenticator app of an account. Counters change by single statements, never through here. */
@Entity
@Table(name = TotpFactor.TABLE)
public class TotpFactor {

  /** The table's name; part of what a sealed secret is bound to. */
  static final String TABLE = "totp_factor";

  @Id UUID id;
  UUID account;

  @Column(name = "sealed_secret")
  String sealedSecret;

  @Column(name = "last_step")
  long lastStep;

  @Column(name = "enabled_at")
  Instant enabledAt;

  @Column(name = "enabled_by")
  UUID enabledBy;

  int failures;

  @Column(name = "exhausted_at")
  @Nullable Instant exhaustedAt;

  @Column(name = "device_failures")
  int deviceFailures;

  @Column(name = "device_exhausted_at")
  @Nullable Instant deviceExhaustedAt;

  @Column(name = "retired_by")
  @Nullable UUID retiredBy;

  @Column(name = "retired_at")
  @Nullable Instant retiredAt;

  /** For Hibernate. */
  protected TotpFactor() {}

  TotpFactor(
      UUID id, AccountId account, String sealedSecret, TimeStep spent, EventId by, Instant at) {
    this.id = id;
    this.account = account.value();
    this.sealedSecret = sealedSecret;
    this.lastStep = spent.number();
    this.enabledBy = by.value();
    this.enabledAt = at;
  }

  /** When it was switched on. */
  public Instant enabledAt() {
    return enabledAt;
  }
}
