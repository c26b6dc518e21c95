package dev.latchkey.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.id.SessionId;
import java.time.Instant;

/** A session as its owner sees it in the list. */
record SessionView(
    SessionId id,
    String description,
    String client,
    String ip,
    boolean current,
    @JsonProperty("expires_in") long expiresIn,
    @JsonProperty("created_at") Instant createdAt,
    @JsonProperty("updated_at") Instant updatedAt) {

  static SessionView of(Session session, boolean current, long expiresIn) {
    return new SessionView(
        session.id(),
        session.description(),
        session.origin().client(),
        session.origin().ip(),
        current,
        expiresIn,
        session.createdAt(),
        session.seenAt());
  }
}
