package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.problem.CommonProblem;
import jakarta.ws.rs.core.Response;
import java.util.Optional;

/** The id of an authorization in a path. Other people's, dead and malformed ids are one answer. */
public final class PathId {

  private PathId() {}

  /** The id, or nothing when the text is none. */
  public static Optional<AuthorizationId> read(String text) {
    try {
      return Optional.of(AuthorizationId.of(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  /** There is no such authorization, for this caller. */
  public static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("authorization").response();
  }
}
