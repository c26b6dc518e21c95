package dev.latchkey.token.account;

import dev.latchkey.kit.identity.Callee;
import dev.latchkey.kit.identity.ServiceCredential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The part of auth-service's internal door that this service knocks at. */
@Callee("auth-service")
@Path("/internal/accounts")
@RegisterRestClient(configKey = "auth")
@RegisterProvider(ServiceCredential.class)
interface AuthService {

  /** The addresses of an account, the one to show first. */
  @GET
  @Path("/{account}/addresses")
  Uni<Addresses> addresses(@PathParam("account") UUID account);

  /** An account has at least one address, or it is gone. */
  record Addresses(List<String> emails) {
    String first() {
      return emails.isEmpty() ? "" : emails.getFirst();
    }
  }
}
