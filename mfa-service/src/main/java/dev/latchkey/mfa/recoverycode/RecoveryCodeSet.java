package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.attempt.AttemptPool;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * Codes that were issued together. It counts while a factor is in use that was switched on by the
 * same event. Counters change by single statements, never through here: for Hibernate it is
 * immutable.
 */
@Entity
@Immutable
@Table(name = "recovery_code_set")
class RecoveryCodeSet {

  /** So many codes are issued at once. */
  static final int SIZE = 10;

  /** Of a set that a statement calls {@code s}. */
  static final String COLUMNS =
      """
      s.id, s.account, s.switched_on_by, s.salt, s.issued_at, s.failures, s.exhausted_at,
        s.device_failures, s.device_exhausted_at\
      """;

  @Id UUID id;
  UUID account;

  @Column(name = "switched_on_by")
  UUID switchedOnBy;

  String salt;

  @Column(name = "issued_at")
  Instant issuedAt;

  int failures;

  @Column(name = "exhausted_at")
  @Nullable Instant exhaustedAt;

  @Column(name = "device_failures")
  int deviceFailures;

  @Column(name = "device_exhausted_at")
  @Nullable Instant deviceExhaustedAt;

  /** For Hibernate. */
  protected RecoveryCodeSet() {}

  RecoveryCodeSet(UUID id, AccountId account, EventId switchedOnBy, String salt, Instant issuedAt) {
    this.id = id;
    this.account = account.value();
    this.switchedOnBy = switchedOnBy.value();
    this.salt = salt;
    this.issuedAt = issuedAt;
  }

  /** True when codes of this set are no longer looked at in that pool. */
  boolean exhausted(AttemptPool pool) {
    return failures(pool) >= AttemptPool.CEILING;
  }

  private int failures(AttemptPool pool) {
    return switch (pool) {
      case ANYWHERE -> failures;
      case KNOWN_DEVICE -> deviceFailures;
    };
  }
}
