package dev.latchkey.auth.browserlogin;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.browserlogin.BrowserLogins.OpenedLogin;
import dev.latchkey.auth.origin.Origins;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.problem.CommonProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.web.RoutingContext;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Duration;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** {@code /auth}: where {@code heroku login} asks to be signed in, and waits for it. */
@Cancellable(false)
@Path("/auth")
public class CommandLineLoginResource {

  private static final Duration SOON = Duration.ofSeconds(5);

  private final LoginOpening opening;
  private final LoginWaiting waiting;
  private final BrowserLoginConfig config;

  CommandLineLoginResource(LoginOpening opening, LoginWaiting waiting, BrowserLoginConfig config) {
    this.opening = opening;
    this.waiting = waiting;
    this.config = config;
  }

  /** What the command line calls itself. */
  @Schema(
      name = "NewBrowserLogin",
      examples =
          """
          {"description":"Heroku CLI login from laptop"}\
          """)
  public record NewBrowserLogin(@Nullable @Size(max = 255) String description) {}

  /** Where to go, and with what to wait; Heroku's client reads the first three. */
  @Schema(
      name = "OpenedBrowserLogin",
      examples =
          """
          {"browser_url":"/dashboard/cli/7ZQ2M0V9K4T1XBDC8WHR-K7Q2MX",\
          "cli_url":"/auth/cli/7ZQ2M0V9K4T1XBDC8WHR-K7Q2MX","token":"lkbl_4fTz0q…",\
          "code":"K7Q2MX","expires_in":600}\
          """)
  record OpenedView(
      @JsonProperty("browser_url") String browserUrl,
      @JsonProperty("cli_url") String cliUrl,
      String token,
      String code,
      @JsonProperty("expires_in") long expiresIn) {

    static OpenedView of(OpenedLogin opened, PagePath page) {
      var id = opened.id();
      return new OpenedView(
          page.of(id),
          "/auth/cli/" + id.text(),
          opened.token().text(),
          id.code(),
          BrowserLogins.LIFE.toSeconds());
    }

    @Override
    public String toString() {
      return "OpenedView[redacted]";
    }
  }

  /**
   * A token, or why there is none: Heroku's client prints the reason and reads no more. A client of
   * ours asks again while it is {@code pending}.
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  @Schema(
      name = "BrowserLoginAnswer",
      examples = {
        """
        {"access_token":"lkat_4fTz0q…"}\
        """,
        """
        {"error":"Nobody approved the sign-in in time. Run the command again.","pending":true}\
        """
      })
  record AnswerView(
      @JsonProperty("access_token") @Nullable String accessToken,
      @Nullable String error,
      @Nullable Boolean pending) {
    @Override
    public String toString() {
      return "AnswerView[redacted]";
    }
  }

  @POST
  @Operation(
      operationId = "openBrowserLogin",
      summary = "Opens a sign-in of the command line that somebody approves in a browser")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = OpenedView.class)))
  public Uni<Response> open(@Valid @Nullable NewBrowserLogin wish, @Context HttpHeaders headers) {
    return opening
        .open(wish == null ? null : wish.description(), Origins.of(headers))
        .map(this::opened);
  }

  /** Waits for the decision, for less than a minute. */
  @GET
  @Path("/cli/{id}")
  @Operation(
      operationId = "awaitBrowserLogin",
      summary = "Waits for the decision; takes the login's token as Bearer, and up to a minute")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AnswerView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> await(
      @PathParam("id") String id,
      @Parameter(hidden = true) @HeaderParam(Headers.PRESENTED_TOKEN) @Nullable String presented,
      @Context RoutingContext request) {
    var login = LoginId.parse(id);
    var token =
        OpaqueToken.parse(presented).filter(known -> known.kind() == TokenKind.BROWSER_LOGIN);
    if (login.isEmpty() || token.isEmpty()) {
      return Uni.createFrom().item(unknown());
    }
    return waiting
        .await(login.get(), token.get(), () -> request.response().closed())
        .map(CommandLineLoginResource::answer);
  }

  private Response opened(LoginOpening.Outcome outcome) {
    return switch (outcome) {
      case LoginOpening.Outcome.Opened opened ->
          Response.status(Response.Status.CREATED)
              .header(HttpHeaders.CACHE_CONTROL, "no-store")
              .entity(OpenedView.of(opened.login(), config.page()))
              .build();
      case LoginOpening.Outcome.TooMany many ->
          CommonProblem.RATE_LIMIT.problem().retryAfter(many.retryAfter()).response();
    };
  }

  private static Response answer(LoginWaiting.Outcome outcome) {
    return switch (outcome) {
      case LoginWaiting.Outcome.SignedIn done -> ok(new AnswerView(done.token(), null, null));
      case LoginWaiting.Outcome.Refused refused -> ok(new AnswerView(null, refused.why(), null));
      case LoginWaiting.Outcome.Undecided undecided ->
          ok(new AnswerView(null, undecided.why(), true));
      case LoginWaiting.Outcome.Unknown unknown -> unknown();
      case LoginWaiting.Outcome.Crowded crowded ->
          CommonProblem.UNAVAILABLE.problem().retryAfter(SOON).response();
    };
  }

  private static Response ok(AnswerView view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Response unknown() {
    return CommonProblem.NOT_FOUND.problem().resource("login").response();
  }
}
