package dev.latchkey.auth.identitykey;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.server.Cancellable;

/** The public identity keys, for the other services. On the internal port only. */
@Cancellable(false)
@Path("/.well-known/jwks.json")
class JwksResource {

  private final SigningKeys keys;

  JwksResource(SigningKeys keys) {
    this.keys = keys;
  }

  // No caching on the way: it would add to the minute that a service's own copy may be old.
  @GET
  @Produces(MediaType.APPLICATION_JSON)
  @Operation(
      operationId = "showIdentityKeys",
      summary = "The public identity keys, RFC 7517 (services only)")
  public Response keys() {
    return Response.ok(keys.jwks()).header("Cache-Control", "no-cache").build();
  }
}
