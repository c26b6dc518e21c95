package dev.latchkey.auth.cascade;

import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code DELETE /oauth/sessions}: sign out everywhere else. */
@Path("/oauth/sessions")
public class OtherSessionsResource {

  private final SessionsEnding ending;
  private final Caller caller;

  OtherSessionsResource(SessionsEnding ending, Caller caller) {
    this.ending = ending;
    this.caller = caller;
  }

  /** Ends all sessions but this one, and the sign-ins of the command line; tells which. */
  @DELETE
  public Uni<Response> endOthers() {
    return ending
        .endOthers(caller)
        .map(receipt ->
            receipt
                .map(done -> Response.ok(done.sessionsEnded()).build())
                .orElseGet(() -> AuthProblem.INVALID_CREDENTIALS.problem().response()));
  }
}
