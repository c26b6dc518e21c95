package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.phoneline.LineType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A phone as it is kept. It counts while a factor is in use that was switched on by the same event.
 * State and counters change by single statements, never through here: for Hibernate it is
 * immutable.
 */
@Entity
@Immutable
@Table(name = RecoveryPhone.TABLE)
class RecoveryPhone {

  /** The table's name; part of what a sealed number is bound to. */
  static final String TABLE = "recovery_phone";

  @Id UUID id;
  UUID account;

  @Column(name = "switched_on_by")
  UUID switchedOnBy;

  @Column(name = "sealed_number")
  String sealedNumber;

  @Column(name = "number_hash")
  String numberHash;

  @Column(name = "line_type")
  String lineType;

  /** The account's epoch when it was set: what had happened to the account by then was known. */
  int epoch;

  @Column(name = "set_up_until")
  Instant setUpUntil;

  /** Null until the code that was sent to it has come back. */
  @Column(name = "usable_from")
  @Nullable Instant usableFrom;

  /** For Hibernate. */
  protected RecoveryPhone() {}

  RecoveryPhone(
      UUID id,
      AccountId account,
      EventId switchedOnBy,
      String sealedNumber,
      String numberHash,
      LineType line,
      int epoch,
      Instant setUpUntil) {
    this.id = id;
    this.account = account.value();
    this.switchedOnBy = switchedOnBy.value();
    this.sealedNumber = sealedNumber;
    this.numberHash = numberHash;
    this.lineType = line.word();
    this.epoch = epoch;
    this.setUpUntil = setUpUntil;
  }

  LineType line() {
    return LineType.of(lineType);
  }
}
