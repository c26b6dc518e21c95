package dev.latchkey.web.passwordreset;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** {@code /password-resets} of the public API. Neither call signs anybody in. */
@Path("/password-resets")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface PasswordResetApi {

  /** Whose password is forgotten. */
  record Wish(String email) {
    @Override
    public String toString() {
      return "Wish[redacted]";
    }
  }

  /** The new one. */
  record NewPassword(String password, String passwordConfirmation) {
    @Override
    public String toString() {
      return "NewPassword[redacted]";
    }
  }

  /** Has a link sent, if there is such an account; answers alike when there is none. */
  @POST
  void ask(Wish wish);

  /** Sets the password, and ends whatever had access. */
  @POST
  @Path("/{token}/actions/finalize")
  void complete(@PathParam("token") String token, NewPassword password);
}
