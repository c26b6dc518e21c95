package dev.latchkey.auth.profile;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** {@code /account}: the caller's own account. */
@Cancellable(false)
@Path("/account")
public class AccountResource {

  private final AccountDoor door;

  AccountResource(AccountDoor door) {
    this.door = door;
  }

  /** The caller's account. */
  @GET
  @Operation(operationId = "showAccount", summary = "The caller's account")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> show() {
    return door.show();
  }

  /** Changes name or password, asks for another address, or switches two-factor off. */
  @PATCH
  @Operation(
      operationId = "changeAccount",
      summary = "Changes name or password, or switches two-factor off")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> change(@Valid @NotNull AccountPatch patch) {
    return door.change(patch);
  }

  /** Closes the account, for good. */
  @DELETE
  @Operation(operationId = "closeAccount", summary = "Closes the account, for good")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AccountView.class)))
  public Uni<Response> close() {
    return door.close();
  }
}
