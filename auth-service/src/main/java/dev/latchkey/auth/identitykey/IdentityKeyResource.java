package dev.latchkey.auth.identitykey;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/**
 * Operators' door: docs/runbooks/rotate-identity-key.md. On the internal port, with a service
 * credential.
 */
@Cancellable(false)
@Path("/internal/identity-keys")
class IdentityKeyResource {

  private final IdentityKeyRotation rotation;

  IdentityKeyResource(IdentityKeyRotation rotation) {
    this.rotation = rotation;
  }

  @POST
  @Path("/actions/rotate")
  @Operation(operationId = "rotateIdentityKey", summary = "Makes the next identity key (operators)")
  public Uni<IdentityKeyRotation.Rotated> rotate() {
    return rotation.rotate();
  }
}
