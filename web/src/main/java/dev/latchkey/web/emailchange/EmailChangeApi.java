package dev.latchkey.web.emailchange;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Changing the address, by the public API. */
@Path("/account")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface EmailChangeApi {

  /** The address that is wanted. */
  record Change(String email) {
    @Override
    public String toString() {
      return "Change[redacted]";
    }
  }

  /** Has a link sent to the new address; answers alike when somebody has that already. */
  @PATCH
  void ask(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code,
      Change change);
}
