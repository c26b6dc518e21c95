package dev.latchkey.auth.authorization;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.latchkey.kit.identity.Callee;
import dev.latchkey.kit.identity.ServiceCredential;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** The internal endpoints of token-service. */
@Path("/internal")
@RegisterRestClient(configKey = "token")
@RegisterProvider(ServiceCredential.class)
@Callee("token-service")
interface AuthorizationClient {

  @POST
  @Path("/introspect")
  Uni<Introspection> introspect(Presented presented);

  @GET
  @Path("/accounts/{account}/authorizations")
  Uni<List<Listed>> of(@PathParam("account") UUID account);

  /** 409 when the account's epoch is another, or the id was used. */
  @POST
  @Path("/sign-ins")
  Uni<SignedIn> signIn(SignInWish wish);

  /** The token of a sign-in. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record SignedIn(String token) {
    @Override
    public String toString() {
      return "SignedIn[redacted]";
    }
  }

  /** A token as a client presented it, and where from: its owner is shown its last use. */
  record Presented(String token, String ip, String client) {
    @Override
    public String toString() {
      return "Presented[redacted]";
    }
  }

  /** RFC 7662 with our own members; all but {@code active} are null for a dead token. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Introspection(
      boolean active,
      @Nullable UUID authorization,
      @Nullable UUID token,
      @Nullable UUID account,
      @Nullable String kind,
      @Nullable Integer epoch,
      @Nullable String scope,
      @Nullable Instant factorAt,
      @Nullable Instant anyFactorAt) {}

  /** One of an account's live authorizations. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(
      UUID id, String description, String kind, int epoch, @Nullable ParentCredential parent) {}

  /** The credential that made an authorization. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record ParentCredential(String kind, UUID id) {}
}
