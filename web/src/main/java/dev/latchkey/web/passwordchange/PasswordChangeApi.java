package dev.latchkey.web.passwordchange;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Changing the password, by the public API. */
@Path("/")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface PasswordChangeApi {

  /** The one that is wanted. */
  record Change(String newPassword) {
    @Override
    public String toString() {
      return "Change[redacted]";
    }
  }

  /** This session, under another token. */
  record Renewed(String token, long expiresIn) {
    @Override
    public String toString() {
      return "Renewed[redacted]";
    }
  }

  /** Changes it; ends all other sign-ins. */
  @PATCH
  @Path("/account")
  void change(@HeaderParam("Heroku-Password") @Nullable String password, Change change);

  /** Gives the session of the visit another token; the old one is dead. */
  @POST
  @Path("/sessions/~/actions/renew")
  Renewed renew();
}
