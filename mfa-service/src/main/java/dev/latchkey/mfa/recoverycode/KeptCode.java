package dev.latchkey.mfa.recoverycode;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/**
 * A recovery code as it is kept. Immutable for Hibernate, which writes all columns of a row when
 * one has changed: a code that is spent between a look and its flush would be good again. It is
 * spent, and sealed anew, by one statement each.
 */
@Entity
@Immutable
@Table(name = KeptCode.TABLE)
class KeptCode {

  /** The table's name; part of what a sealed code is bound to. */
  static final String TABLE = "recovery_code";

  @Id UUID id;

  @Column(name = "code_set")
  UUID codeSet;

  /** Its place in the set: people tick codes off a list, which must not change its order. */
  short place;

  String hash;

  /** Null where codes can't be viewed, and once the code is used. */
  @Nullable String sealed;

  @Column(name = "used_at")
  @Nullable Instant usedAt;

  /** For Hibernate. */
  protected KeptCode() {}

  KeptCode(UUID id, UUID set, int place, String hash, @Nullable String sealed) {
    this.id = id;
    this.codeSet = set;
    this.place = (short) place;
    this.hash = hash;
    this.sealed = sealed;
  }
}
