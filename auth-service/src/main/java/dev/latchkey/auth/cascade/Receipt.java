package dev.latchkey.auth.cascade;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.auth.authorization.Authorizations;
import dev.latchkey.auth.session.Session;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a cascade did, for the person who caused it.
 *
 * @param epoch the account's epoch from now on
 * @param sessionsEnded the sessions that are over, as far as Redis could tell
 * @param authorizationsEnded sign-ins of the command line, what a replaced API key made and
 *     whatever else is over with the change, likewise
 * @param authorizationsRemaining explicit authorizations that go on
 * @param sshKeysRemaining how many SSH keys go on
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Receipt(
    int epoch,
    boolean apiKeyChanged,
    List<EndedSession> sessionsEnded,
    List<Token> authorizationsEnded,
    List<Token> authorizationsRemaining,
    long sshKeysRemaining) {

  public Receipt {
    sessionsEnded = List.copyOf(sessionsEnded);
    authorizationsEnded = List.copyOf(authorizationsEnded);
    authorizationsRemaining = List.copyOf(authorizationsRemaining);
  }

  /** A session that is over. */
  public record EndedSession(
      UUID id, String description, String client, String ip, Instant createdAt) {
    static EndedSession of(Session session) {
      return new EndedSession(
          session.id().value(),
          session.description(),
          session.origin().client(),
          session.origin().ip(),
          session.createdAt());
    }
  }

  /** An authorization, by name only. */
  public record Token(UUID id, String description) {
    static Token of(Authorizations.Entry entry) {
      return new Token(entry.id(), entry.description());
    }
  }
}
