package dev.latchkey.token.authorization;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.token.Patience;
import dev.latchkey.token.account.AddressBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lists, shows and ends authorizations. They are made at {@code minting.MintingResource}. */
@Cancellable(false)
@Path("/oauth/authorizations")
@ApplicationScoped
public class AuthorizationResource {

  private final Caller caller;
  private final Reading reading;
  private final Revocation revocation;
  private final AddressBook addresses;
  private final Clock clock;

  AuthorizationResource(
      Caller caller, Reading reading, Revocation revocation, AddressBook addresses, Clock clock) {
    this.caller = caller;
    this.reading = reading;
    this.revocation = revocation;
    this.addresses = addresses;
    this.clock = clock;
  }

  @GET
  @Operation(operationId = "listAuthorizations", summary = "The live authorizations, redacted")
  public Uni<List<AuthorizationView>> list() {
    var account = caller.account();
    return Patience.limit(reading.visible(Sight.of(caller)))
        .chain(found ->
            addresses
                .addressOf(account)
                .map(email -> found.stream().map(one -> view(one, email)).toList()));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "showAuthorization", summary = "One authorization, redacted")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  public Uni<Response> show(@PathParam("id") String id) {
    return id(id)
        .map(known -> Patience.limit(reading.visible(Sight.of(caller), known)).chain(this::answer))
        .orElseGet(AuthorizationResource::notFound);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "revokeAuthorization", summary = "Ends it; answers what it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  public Uni<Response> revoke(@PathParam("id") String id) {
    return id(id)
        .map(known ->
            Patience.limit(revocation.revoke(RevokeAuthorization.of(caller, known)))
                .chain(this::answer))
        .orElseGet(AuthorizationResource::notFound);
  }

  private Uni<Response> answer(Optional<Authorization> found) {
    return found
        .map(one ->
            addresses
                .addressOf(caller.account())
                .map(email -> Response.ok(view(one, email)).build()))
        .orElseGet(AuthorizationResource::notFound);
  }

  private AuthorizationView view(Authorization one, String email) {
    return AuthorizationView.redacted(one, email, clock.instant());
  }

  /** Other people's, dead and malformed ids are one answer. */
  private static Uni<Response> notFound() {
    var problem = CommonProblem.NOT_FOUND.problem().resource("authorization");
    return Uni.createFrom().item(problem.response());
  }

  private static Optional<AuthorizationId> id(String text) {
    try {
      return Optional.of(AuthorizationId.of(text));
    } catch (IllegalArgumentException notAnId) {
      return Optional.empty();
    }
  }
}
