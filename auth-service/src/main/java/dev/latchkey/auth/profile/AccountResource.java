package dev.latchkey.auth.profile;

import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;

/** {@code /account}: the caller's own account. */
@Path("/account")
public class AccountResource {

  private final AccountDoor door;

  AccountResource(AccountDoor door) {
    this.door = door;
  }

  /** The caller's account. */
  @GET
  public Uni<Response> show() {
    return door.show();
  }

  /** Changes name or password, or switches two-factor off. */
  @PATCH
  public Uni<Response> change(@Valid @NotNull AccountPatch patch) {
    return door.change(patch);
  }

  /** Closes the account, for good. */
  @DELETE
  public Uni<Response> close() {
    return door.close();
  }
}
