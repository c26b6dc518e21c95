package dev.latchkey.auth.session;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/**
 * The record that a session ended, or that it goes on under another token than this one; outlives
 * whatever Redis forgets.
 */
@Entity
@Table(name = "ended_session")
class EndedSession {
  /** Of the session, or of the token that it no longer answers to. */
  @Id UUID id;

  @Column(name = "account_id")
  UUID accountId;

  @Column(name = "forget_after")
  Instant forgetAfter;

  /** For Hibernate. */
  protected EndedSession() {}

  EndedSession(Session session, Instant forgetAfter) {
    this(session.id().value(), session, forgetAfter);
  }

  private EndedSession(UUID id, Session session, Instant forgetAfter) {
    this.id = id;
    this.accountId = session.account().value();
    this.forgetAfter = forgetAfter;
  }

  /** Only the token is over: the session has a new one. */
  static EndedSession tokenOf(StoredSession stored, Instant forgetAfter) {
    return new EndedSession(stored.tokenId(), stored.session(), forgetAfter);
  }
}
