package dev.latchkey.mfa.removal;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** Two-factor is to go off for somebody who lost it. Changes by single statements alone. */
@Entity
@Immutable
@Table(name = "two_factor_removal")
class FactorRemoval {

  /** From the second operator's word: long enough that who reads mail on Monday can object. */
  static final Duration DELAY = Duration.ofHours(72);

  @Id UUID account;
  UUID factor;

  @Column(name = "shown_step")
  long shownStep;

  @Column(name = "asked_by")
  String askedBy;

  @Column(name = "asked_at")
  Instant askedAt;

  @Column(name = "approved_by")
  @Nullable String approvedBy;

  @Column(name = "approved_at")
  @Nullable Instant approvedAt;

  @Column(name = "due_at")
  @Nullable Instant dueAt;

  /** For Hibernate. */
  protected FactorRemoval() {}
}
