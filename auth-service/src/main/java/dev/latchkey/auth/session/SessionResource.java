package dev.latchkey.auth.session;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.paging.ListRange;
import dev.latchkey.kit.paging.Page;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/sessions}: see what is signed in, end one. Ending all others is the cascade's. */
@Cancellable(false)
@Path("/oauth/sessions")
public class SessionResource {

  private final LiveSessions live;
  private final SessionEnding ending;
  private final SessionConfig config;
  private final Clock clock;
  private final Caller caller;

  SessionResource(
      LiveSessions live, SessionEnding ending, SessionConfig config, Clock clock, Caller caller) {
    this.live = live;
    this.ending = ending;
    this.config = config;
    this.clock = clock;
    this.caller = caller;
  }

  /** All live sessions, the newest first. */
  @GET
  @Operation(operationId = "listSessions", summary = "All live sessions, the newest first")
  public Uni<RestResponse<List<SessionView>>> list(@HeaderParam("Range") @Nullable String header) {
    var range = ListRange.of(header);
    return live.of(caller.account())
        .map(sessions -> Page.of(newestFirst(sessions), each -> each.id().value(), range))
        .map(page -> page.answer(this::view));
  }

  private static List<Session> newestFirst(List<Session> sessions) {
    return sessions.stream().sorted(Comparator.comparing(Session::createdAt).reversed()).toList();
  }

  /** Ends one session. */
  @DELETE
  @Path("/{id}")
  @Operation(operationId = "endSession", summary = "Ends one session")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  public Uni<Response> end(@PathParam("id") UUID id) {
    return end(new SessionId(id));
  }

  /** Ends this session: signing out. A token that is no session has none to end. */
  @DELETE
  @Path("/~")
  @Operation(operationId = "signOut", summary = "Ends this session")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = SessionView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> signOut() {
    return caller.kind() == CredentialKind.SESSION
        ? end(caller.session())
        : Uni.createFrom().item(missing());
  }

  private Uni<Response> end(SessionId id) {
    return ending
        .end(caller.account(), id, caller.epoch(), caller.origin())
        .map(ended -> ended.map(this::ok).orElseGet(SessionResource::missing));
  }

  private Response ok(Session session) {
    return Response.ok(view(session)).build();
  }

  private static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("session").response();
  }

  private SessionView view(Session session) {
    boolean current =
        caller.kind() == CredentialKind.SESSION && session.id().equals(caller.session());
    var left = Duration.between(clock.instant(), session.createdAt().plus(config.absolute()));
    return SessionView.of(session, current, Math.max(0, left.toSeconds()));
  }
}
