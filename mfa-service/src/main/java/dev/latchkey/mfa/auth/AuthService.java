package dev.latchkey.mfa.auth;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.Callee;
import dev.latchkey.kit.identity.ServiceCredential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** auth-service's internal endpoints, as far as this service needs them. */
@RegisterRestClient(configKey = "auth-service")
@RegisterProvider(ServiceCredential.class)
@Callee("auth-service")
@Path("/internal")
public interface AuthService {

  /** The account's epoch right now. */
  @GET
  @Path("/accounts/{account}/epoch")
  Uni<Epoch> epoch(@PathParam("account") AccountId account);

  /** The account's addresses, the one people know it by first. */
  @GET
  @Path("/accounts/{account}/addresses")
  Uni<Addresses> addresses(@PathParam("account") AccountId account);

  /**
   * Runs the cascade of an event, or tells what came of it when it ran before: once per event id.
   * 409 when another change of the account came first and ended who made this one; then it is
   * undone.
   */
  @POST
  @Path("/cascades")
  Uni<CascadeReceipt> cascade(CascadeRequest request);

  /** Answer of {@link #epoch}. */
  record Epoch(int epoch) {}

  /** Answer of {@link #addresses}. */
  record Addresses(List<String> emails) {

    public Addresses {
      emails = List.copyOf(emails);
    }

    @Override
    public String toString() {
      return "Addresses[redacted]";
    }
  }
}
