package dev.latchkey.token.client;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.client.ClientOutcome.Done;
import dev.latchkey.token.client.ClientOutcome.EpochPassed;
import dev.latchkey.token.client.ClientOutcome.NoSecret;
import dev.latchkey.token.client.ClientOutcome.TooMany;
import dev.latchkey.token.client.ClientOutcome.Unknown;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Applications: their owner registers, changes and removes them; anybody may see what one is. */
@Cancellable(false)
@Path("/oauth/clients")
@ApplicationScoped
public class ClientResource {

  private final Caller caller;
  private final ClientReading reading;
  private final Registration registration;
  private final ClientUpdating updating;
  private final SecretRotation rotation;
  private final ClientRemoval removal;
  private final Patience patience;

  ClientResource(
      Caller caller,
      ClientReading reading,
      Registration registration,
      ClientUpdating updating,
      SecretRotation rotation,
      ClientRemoval removal,
      Patience patience) {
    this.caller = caller;
    this.reading = reading;
    this.registration = registration;
    this.updating = updating;
    this.rotation = rotation;
    this.removal = removal;
    this.patience = patience;
  }

  @GET
  @Operation(operationId = "listClients", summary = "The caller's OAuth clients, without secrets")
  public Uni<List<ClientView>> list() {
    return patience
        .limit(reading.of(caller.account()))
        .map(found -> found.stream().map(ClientView::of).toList());
  }

  @POST
  @Operation(
      operationId = "createClient",
      summary = "Registers an OAuth client; the answer alone has its secret")
  @APIResponse(
      responseCode = "201",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> create(@NotNull NewClient wanted) {
    var owner = ClientOwner.of(caller);
    var name = name(wanted.name());
    var redirect = redirect(wanted.redirectUri());
    boolean hidden = !Boolean.TRUE.equals(wanted.open());
    return patience
        .limit(registration.register(owner, name, redirect, hidden))
        .map(outcome -> answer(outcome, Response.Status.CREATED));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "showClient", summary = "One OAuth client, without its secret")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  public Uni<Response> show(@PathParam("id") String id) {
    return with(
        id,
        known ->
            patience
                .limit(reading.one(known))
                .map(found ->
                    found
                        .map(client -> Response.ok(ClientView.of(client)).build())
                        .orElseGet(ClientResource::notFound)));
  }

  @PATCH
  @Path("/{id}")
  @Operation(operationId = "updateClient", summary = "Changes name or redirect address")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> update(@PathParam("id") String id, @NotNull ClientChange wanted) {
    var owner = ClientOwner.of(caller);
    var name = wanted.name() == null ? null : name(wanted.name());
    var redirect = wanted.redirectUri() == null ? null : redirect(wanted.redirectUri());
    return with(
        id,
        known ->
            patience
                .limit(updating.update(owner, known, name, redirect))
                .map(outcome -> answer(outcome, Response.Status.OK)));
  }

  @DELETE
  @Path("/{id}")
  @Operation(
      operationId = "removeClient",
      summary = "Removes it and ends all that it was given; answers what it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> remove(@PathParam("id") String id) {
    var owner = ClientOwner.of(caller);
    return with(
        id,
        known ->
            patience
                .limit(removal.remove(owner, known))
                .map(outcome -> answer(outcome, Response.Status.OK)));
  }

  @POST
  @Path("/{id}/actions/rotate-credentials")
  @Operation(
      operationId = "rotateClientCredentials",
      summary = "A new secret, in this answer alone; the old one is dead")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ClientView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> rotate(@PathParam("id") String id) {
    var owner = ClientOwner.of(caller);
    return with(
        id,
        known ->
            patience
                .limit(rotation.rotate(owner, known))
                .map(outcome -> answer(outcome, Response.Status.OK)));
  }

  private static Response answer(ClientOutcome outcome, Response.Status status) {
    return switch (outcome) {
      case Done done -> {
        var secret = done.secret();
        yield Response.status(status)
            .header(HttpHeaders.CACHE_CONTROL, "no-store")
            .entity(ClientView.with(done.client(), secret == null ? null : secret.text()))
            .build();
      }
      case Unknown unknown -> notFound();
      case TooMany many ->
          TokenProblem.TOO_MANY_CLIENTS
              .problem()
              .message("An account can have " + many.most() + " clients. Remove one first.")
              .response();
      case NoSecret none ->
          CommonProblem.INVALID_PARAMS
              .problem()
              .message("A public client has no secret.")
              .response();
      case EpochPassed passed -> TokenProblem.SECURITY_CHANGED.problem().response();
    };
  }

  /** Unknown, removed, malformed and, where only the owner may, other people's: one answer. */
  private static Response notFound() {
    return CommonProblem.NOT_FOUND.problem().resource("client").response();
  }

  private static Uni<Response> with(String text, Function<ClientId, Uni<Response>> deed) {
    return id(text).map(deed).orElseGet(() -> Uni.createFrom().item(ClientResource::notFound));
  }

  private static Optional<ClientId> id(String text) {
    try {
      return Optional.of(ClientId.of(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }

  private static ClientName name(@Nullable String text) {
    return ClientName.parse(text)
        .orElseThrow(() -> refused("name", "must have 1 to 100 visible characters."));
  }

  private static RedirectUri redirect(@Nullable String text) {
    return RedirectUri.parse(text)
        .orElseThrow(() ->
            refused(
                "redirect_uri",
                "must be an https address, or http on localhost, without user and fragment."));
  }

  private static ProblemException refused(String field, String message) {
    return new ProblemException(
        CommonProblem.INVALID_PARAMS.problem().field(field).message(message));
  }

  /**
   * An application to register.
   *
   * @param open true for one that runs where no secret is safe: a phone, a browser, a desktop
   */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(
      examples =
          """
          {"name":"Deploy bot","redirect_uri":"https://bot.example.com/callback"}\
          """)
  public record NewClient(
      @Nullable String name,
      @Nullable String redirectUri,
      @JsonProperty("public") @Nullable Boolean open) {}

  /** What is left out stays. */
  @JsonNaming(SnakeCaseStrategy.class)
  @Schema(
      examples =
          """
          {"name":"Deploy bot 2"}\
          """)
  public record ClientChange(@Nullable String name, @Nullable String redirectUri) {}
}
