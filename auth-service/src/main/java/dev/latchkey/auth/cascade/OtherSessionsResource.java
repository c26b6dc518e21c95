package dev.latchkey.auth.cascade;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code DELETE /oauth/sessions}: sign out everywhere else. */
@Cancellable(false)
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
  @Operation(
      operationId = "endOtherSessions",
      summary = "Signs out everywhere else; answers what ended")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(type = SchemaType.ARRAY, implementation = Ended.class)))
  public Uni<Response> endOthers() {
    return ending
        .endOthers(caller)
        .map(receipt ->
            receipt
                .map(done ->
                    Response.ok(done.sessionsEnded().stream().map(Ended::of).toList()).build())
                .orElseGet(() -> AuthProblem.INVALID_CREDENTIALS.problem().response()));
  }

  /** A session that is over, as the public API shows it. */
  record Ended(
      @JsonProperty("id") UUID id,
      @JsonProperty("description") String description,
      @JsonProperty("client") String client,
      @JsonProperty("ip") String ip,
      @JsonProperty("created_at") Instant createdAt) {

    static Ended of(Receipt.EndedSession session) {
      return new Ended(
          session.id(), session.description(), session.client(), session.ip(), session.createdAt());
    }
  }
}
