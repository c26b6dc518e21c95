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

  /** For statements of our own: a prepared one with {@code *} ends when a migration adds one. */
  static final String COLUMNS =
      """
      id, account, sealed_secret, last_step, enabled_at, enabled_by, switched_on_by, failures,
        exhausted_at, device_failures, device_exhausted_at, retired_by, retired_at\
      """;

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

  /** Null in rows of older versions, which had nothing that belongs to it. */
  @Column(name = "switched_on_by")
  @Nullable UUID switchedOnBy;

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
    this.switchedOnBy = by.value();
    this.account = account.value();
    this.sealedSecret = sealedSecret;
    this.lastStep = spent.number();
    this.enabledBy = by.value();
    this.enabledAt = at;
  }

  /** Carries on where the factor that it replaces has begun. */
  TotpFactor inPlaceOf(@Nullable TotpFactor replaced) {
    if (replaced != null) {
      switchedOnBy = replaced.switchedOnBy().value();
    }
    return this;
  }

  /**
   * The event that switched two-factor on: that of the first factor of those that replaced one
   * another. What is the account's as long as two-factor is on, recovery codes say, belongs to it.
   */
  public EventId switchedOnBy() {
    return new EventId(switchedOnBy == null ? enabledBy : switchedOnBy);
  }

  /** When it was switched on. */
  public Instant enabledAt() {
    return enabledAt;
  }
}
