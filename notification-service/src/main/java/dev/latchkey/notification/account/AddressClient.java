package dev.latchkey.notification.account;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
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

/** The internal endpoint of auth-service that tells addresses. */
@Path("/internal/accounts")
@RegisterRestClient(configKey = "auth")
@RegisterProvider(ServiceCredential.class)
@Callee("auth-service")
interface AddressClient {

  @GET
  @Path("/{account}/addresses")
  Uni<Addresses> of(@PathParam("account") UUID account);

  /** Every validated address. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Addresses(List<String> emails) {
    @Override
    public String toString() {
      return "Addresses[redacted]";
    }
  }
}
