package dev.latchkey.token.exchange;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.exchange.TokenOutcome.Issued;
import dev.latchkey.token.exchange.TokenOutcome.Overtaken;
import dev.latchkey.token.exchange.TokenOutcome.Reused;
import dev.latchkey.token.exchange.TokenOutcome.ScopeGrew;
import dev.latchkey.token.exchange.TokenOutcome.WrongClient;
import dev.latchkey.token.exchange.TokenOutcome.WrongGrant;
import dev.latchkey.token.exchange.TokenRequest.Wish;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByCode;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByRefresh;
import dev.latchkey.token.oauth.ClientGuesses;
import dev.latchkey.token.oauth.OAuthForm;
import dev.latchkey.token.oauth.OAuthProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.media.SchemaProperty;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Where clients get their tokens, each answered in the form in which it asked. */
@Cancellable(false)
@Path("/oauth/tokens")
@ApplicationScoped
public class TokenResource {

  private final Caller caller;
  private final Exchanging exchanging;
  private final TokenRevocation revocation;
  private final ClientGuesses guesses;
  private final Clock clock;
  private final Patience patience;

  TokenResource(
      Caller caller,
      Exchanging exchanging,
      TokenRevocation revocation,
      ClientGuesses guesses,
      Clock clock,
      Patience patience) {
    this.caller = caller;
    this.exchanging = exchanging;
    this.revocation = revocation;
    this.guesses = guesses;
    this.clock = clock;
    this.patience = patience;
  }

  @POST
  @Consumes(APPLICATION_JSON)
  @Operation(
      operationId = "createToken",
      summary = "Exchanges a code or refresh token; as a form: RFC 6749, answered in its way")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = TokenView.class)))
  @APIResponse(
      responseCode = "200",
      description = "The same for a form",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = BearerToken.class)))
  @APIResponse(responseCode = "401", description = "`invalid_client`")
  @RequestBody(
      content = {
        @Content(
            mediaType = APPLICATION_JSON,
            schema = @Schema(implementation = HerokuExchange.class)),
        @Content(
            mediaType = APPLICATION_FORM_URLENCODED,
            schema =
                @Schema(
                    type = SchemaType.OBJECT,
                    requiredProperties = "grant_type",
                    properties = {
                      @SchemaProperty(name = "grant_type", type = SchemaType.STRING),
                      @SchemaProperty(name = "code", type = SchemaType.STRING),
                      @SchemaProperty(name = "redirect_uri", type = SchemaType.STRING),
                      @SchemaProperty(name = "code_verifier", type = SchemaType.STRING),
                      @SchemaProperty(name = "refresh_token", type = SchemaType.STRING),
                      @SchemaProperty(name = "scope", type = SchemaType.STRING),
                      @SchemaProperty(name = "client_id", type = SchemaType.STRING),
                      @SchemaProperty(name = "client_secret", type = SchemaType.STRING)
                    }),
            examples =
                @ExampleObject(
                    name = "code",
                    value =
                        "grant_type=authorization_code&code=lkgc_9AbCdEfGhIjKlMnOpQrStUvWxYz01234"
                            + "&client_id=01234567-89ab-4def-8123-456789abcdef"
                            + "&client_secret=lkcs_9AbCdEfGhIjKlMnOpQrStUvWxYz01234"))
      })
  public Uni<Response> exchange(@NotNull HerokuExchange wanted) {
    return exchange(
        wanted.request(clock.instant()),
        issued -> Response.status(Response.Status.CREATED).entity(TokenView.of(issued)));
  }

  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> exchangeForm(@NotNull byte[] body) {
    var form = OAuthForm.of(body);
    var request = new TokenRequest(form.client(), wish(form), clock.instant());
    return exchange(request, issued -> Response.ok(BearerToken.of(issued)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "revokeAccessToken",
      summary = "Ends the authorization of a client's access token; answers what it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = TokenView.class)))
  public Uni<Response> revoke(@PathParam("id") String id) {
    var account = caller.account();
    var epoch = caller.epoch();
    var origin = caller.origin();
    return id(id)
        .map(known -> patience.limit(revocation.revoke(account, epoch, origin, known)))
        .orElseGet(() -> Uni.createFrom().item(Optional.empty()))
        .map(found ->
            found
                .map(one -> Response.ok(TokenView.redacted(one, clock.instant())).build())
                .orElseGet(() -> CommonProblem.NOT_FOUND.problem().resource("token").response()));
  }

  private static Wish wish(OAuthForm form) {
    return switch (form.required("grant_type")) {
      case HerokuExchange.CODE ->
          new ByCode(
              form.required("code"), form.optional("redirect_uri"), form.optional("code_verifier"));
      case HerokuExchange.REFRESH ->
          new ByRefresh(form.required("refresh_token"), form.optional("scope"));
      default -> throw HerokuExchange.unsupported();
    };
  }

  private Uni<Response> exchange(
      TokenRequest request, Function<Issued, Response.ResponseBuilder> shape) {
    return patience
        .limit(exchanging.exchange(request))
        .chain(outcome -> answer(outcome, request, shape));
  }

  private Uni<Response> answer(
      TokenOutcome outcome,
      TokenRequest request,
      Function<Issued, Response.ResponseBuilder> shape) {
    return switch (outcome) {
      case Issued issued ->
          now(shape.apply(issued).header(HttpHeaders.CACHE_CONTROL, "no-store").build());
      case WrongClient wrong ->
          guesses.wrong(request.client().id(), OAuthProblem.of(TokenProblem.INVALID_CLIENT));
      // Not counted: the client is known, codes are 160 random bits, and one with many people has
      // many whose time is over.
      case WrongGrant wrong -> now(OAuthProblem.of(TokenProblem.INVALID_GRANT).response());
      case Reused before -> now(OAuthProblem.of(TokenProblem.INVALID_GRANT).response());
      case Overtaken faster ->
          now(
              OAuthProblem.of(
                      TokenProblem.INVALID_GRANT,
                      "It was used by another request at the same moment: use that one's answer.")
                  .response());
      case ScopeGrew more -> now(OAuthProblem.of(TokenProblem.INVALID_SCOPE).response());
    };
  }

  private static Uni<Response> now(Response response) {
    return Uni.createFrom().item(response);
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
