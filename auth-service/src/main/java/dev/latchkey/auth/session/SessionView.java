package dev.latchkey.auth.session;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.contracts.id.SessionId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A session as its owner sees it in the list. */
@Schema(
    name = "Session",
    examples =
        """
        {"id":"01234567-89ab-4def-8123-456789abcdef",\
        "description":"Firefox on the laptop","client":"Mozilla/5.0","ip":"192.0.2.7",\
        "current":true,"expires_in":2592000,"created_at":"2026-11-21T12:00:00Z",\
        "updated_at":"2026-11-21T12:00:00Z"}\
        """)
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
