package dev.latchkey.auth.operator;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.auth.cascade.Receipt;
import dev.latchkey.auth.session.Session;
import java.time.Instant;
import java.util.UUID;

/** A session, as an operator is shown it. */
@JsonNaming(SnakeCaseStrategy.class)
record SessionLine(UUID id, String description, String client, String ip, Instant createdAt) {

  static SessionLine of(Session session) {
    return new SessionLine(
        session.id().value(),
        session.description(),
        session.origin().client(),
        session.origin().ip(),
        session.createdAt());
  }

  static SessionLine of(Receipt.EndedSession session) {
    return new SessionLine(
        session.id(), session.description(), session.client(), session.ip(), session.createdAt());
  }
}
