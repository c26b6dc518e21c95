package dev.latchkey.token.rotation;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.account.AddressBook;
import dev.latchkey.token.authorization.AuthorizationView;
import dev.latchkey.token.authorization.PathId;
import dev.latchkey.token.authorization.Showing;
import dev.latchkey.token.rotation.RotationOutcome.CallerEnded;
import dev.latchkey.token.rotation.RotationOutcome.EpochPassed;
import dev.latchkey.token.rotation.RotationOutcome.Missing;
import dev.latchkey.token.rotation.RotationOutcome.OfClient;
import dev.latchkey.token.rotation.RotationOutcome.Outlived;
import dev.latchkey.token.rotation.RotationOutcome.Rotated;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Rotates authorizations. The API key, {@code ~}, is rotated by auth-service. */
@Cancellable(false)
@Path("/oauth/authorizations/{id}/actions/regenerate-tokens")
@ApplicationScoped
public class RotationResource {

  private final Caller caller;
  private final Rotation rotation;
  private final AddressBook addresses;
  private final Showing showing;
  private final Patience patience;

  RotationResource(
      Caller caller, Rotation rotation, AddressBook addresses, Showing showing, Patience patience) {
    this.caller = caller;
    this.rotation = rotation;
    this.addresses = addresses;
    this.showing = showing;
    this.patience = patience;
  }

  @POST
  @Operation(
      operationId = "rotateAuthorization",
      summary = "Another token under the same id; the answer alone has it in full")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  @APIResponse(responseCode = "409", ref = "Problem409")
  public Uni<Response> rotate(@PathParam("id") String id) {
    return PathId.read(id)
        .map(known -> rotate(RotateAuthorization.of(caller, known)))
        .orElseGet(() -> Uni.createFrom().item(PathId.missing()));
  }

  private Uni<Response> rotate(RotateAuthorization command) {
    // The address first: when auth-service is away nothing must have been changed.
    return addresses
        .addressOf(command.account())
        .chain(email ->
            patience.limit(rotation.rotate(command)).map(outcome -> answer(outcome, email)));
  }

  private Response answer(RotationOutcome outcome, String email) {
    return switch (outcome) {
      case Rotated rotated -> shown(rotated, email);
      case Missing missing -> PathId.missing();
      case OfClient refused ->
          CommonProblem.FORBIDDEN
              .problem()
              .message(
                  "The application that has this authorization renews its tokens itself. Revoke it"
                      + " to end them.")
              .response();
      case Outlived refused ->
          CommonProblem.FORBIDDEN
              .problem()
              .message(
                  "An authorization can't rotate one that ends later than itself. Sign in anew, or"
                      + " use a credential that lasts as long.")
              .response();
      case CallerEnded gone -> CommonProblem.UNAUTHORIZED.problem().response();
      case EpochPassed passed -> TokenProblem.SECURITY_CHANGED.problem().response();
    };
  }

  private Response shown(Rotated rotated, String email) {
    var view = showing.inFull(rotated.authorization(), rotated.token(), email);
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }
}
