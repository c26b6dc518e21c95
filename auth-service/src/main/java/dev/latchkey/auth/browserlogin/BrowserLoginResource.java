package dev.latchkey.auth.browserlogin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /auth/browser}: where somebody who is signed in decides on a command line's login. */
@Cancellable(false)
@Path("/auth/browser/{id}")
public class BrowserLoginResource {

  private final LoginDeciding deciding;
  private final Caller caller;
  private final Clock clock;

  BrowserLoginResource(LoginDeciding deciding, Caller caller, Clock clock) {
    this.deciding = deciding;
    this.caller = caller;
    this.clock = clock;
  }

  @GET
  @Operation(
      operationId = "showBrowserLogin",
      summary = "What a command line that wants to be signed in says of itself")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = BrowserLoginView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> show(@PathParam("id") String id) {
    return of(
        id,
        login -> deciding.look(login).map(found -> found.map(this::ok).orElseGet(this::missing)));
  }

  @POST
  @Path("/actions/approve")
  @Operation(operationId = "approveBrowserLogin", summary = "Signs that command line in")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = BrowserLoginView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> approve(@PathParam("id") String id) {
    return of(id, login -> deciding.approve(login, caller).map(this::answer));
  }

  @POST
  @Path("/actions/deny")
  @Operation(operationId = "denyBrowserLogin", summary = "Refuses to sign that command line in")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = BrowserLoginView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> deny(@PathParam("id") String id) {
    return of(id, login -> deciding.deny(login, caller.account()).map(this::answer));
  }

  private Uni<Response> of(String id, Function<LoginId, Uni<Response>> doing) {
    return LoginId.parse(id).map(doing).orElseGet(() -> Uni.createFrom().item(missing()));
  }

  private Response answer(LoginDeciding.Outcome outcome) {
    return switch (outcome) {
      case LoginDeciding.Outcome.Decided decided -> ok(decided.login());
      case LoginDeciding.Outcome.Unknown unknown -> missing();
      case LoginDeciding.Outcome.DecidedBefore before ->
          CommonProblem.CONFLICT.problem().message("This sign-in was decided before.").response();
    };
  }

  private Response ok(BrowserLogin login) {
    return Response.ok(BrowserLoginView.of(login, clock.instant()))
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .build();
  }

  private Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("login").response();
  }
}
