package dev.latchkey.mfa.sms;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.Immutable;
import org.jspecify.annotations.Nullable;

/** The last code that was sent for a purpose. Changed by single statements, never through here. */
@Entity
@Immutable
@Table(name = "sms_code")
class KeptSmsCode {

  /** The message that carries it: what is heard of its delivery names that. */
  @Id UUID message;

  UUID account;
  String purpose;
  int epoch;

  @Column(name = "expires_at")
  Instant expiresAt;

  String delivery;
  @Nullable String reason;

  /** For Hibernate. */
  protected KeptSmsCode() {}
}
