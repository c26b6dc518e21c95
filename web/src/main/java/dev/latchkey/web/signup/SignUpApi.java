package dev.latchkey.web.signup;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Signing up, by the public API. Neither call signs anybody in. */
@Path("/users")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface SignUpApi {

  /** Who wants an account. */
  record NewUser(String email, String password) {
    @Override
    public String toString() {
      return "NewUser[redacted]";
    }
  }

  /** The token of the mail's link. */
  record Verification(String token) {
    @Override
    public String toString() {
      return "Verification[redacted]";
    }
  }

  /**
   * Whose address it is.
   *
   * @param createdAt when the account was made; null when an account changed its address
   */
  record Verified(String email, @Nullable Instant createdAt) {

    /** An account that was made by this link. */
    boolean isNew() {
      return createdAt != null;
    }
  }

  /** Has a mail sent; answers alike when the address is taken. */
  @POST
  void signUp(NewUser user);

  /** Makes the account, or changes the address, that the link is for. */
  @POST
  @Path("/~/email/actions/verify")
  Verified verify(Verification verification);
}
