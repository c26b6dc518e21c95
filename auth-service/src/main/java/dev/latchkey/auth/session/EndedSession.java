package dev.latchkey.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** The record that a session ended; outlives whatever Redis forgets. */
@Entity
@Table(name = "ended_session")
class EndedSession {
  @Id UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "forget_after")
  Instant forgetAfter;

  /** For Hibernate. */
  protected EndedSession() {}

  EndedSession(Session session, Instant forgetAfter) {
    this.id = session.id().value();
    this.accountId = session.account().value();
    this.forgetAfter = forgetAfter;
  }
}
