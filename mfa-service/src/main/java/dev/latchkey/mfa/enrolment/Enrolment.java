package dev.latchkey.mfa.enrolment;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/** A secret that was shown to a session and waits for its first code. */
@Entity
@Table(name = Enrolment.TABLE)
class Enrolment {

  /** The table's name; part of what a sealed secret is bound to. */
  static final String TABLE = "enrolment";

  /** How long it may take to fetch a phone and scan the code. */
  static final Duration LIFETIME = Duration.ofMinutes(10);

  @Id UUID account;
  UUID id;
  UUID session;
  int epoch;

  @Column(name = "sealed_secret")
  String sealedSecret;

  @Column(name = "expires_at")
  Instant expiresAt;

  /** For Hibernate. */
  protected Enrolment() {}
}
