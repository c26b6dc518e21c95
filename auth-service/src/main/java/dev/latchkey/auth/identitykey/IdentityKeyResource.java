package dev.latchkey.auth.identitykey;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;

/** Operators' door: docs/how-to/rotate-keys.md. On the internal port, with a service credential. */
@Path("/internal/identity-keys")
class IdentityKeyResource {

  private final IdentityKeyRotation rotation;

  IdentityKeyResource(IdentityKeyRotation rotation) {
    this.rotation = rotation;
  }

  @POST
  @Path("/actions/rotate")
  public Uni<IdentityKeyRotation.Rotated> rotate() {
    return rotation.rotate();
  }
}
