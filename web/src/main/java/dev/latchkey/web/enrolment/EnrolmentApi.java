package dev.latchkey.web.enrolment;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import dev.latchkey.web.twofactor.TwoFactorChange;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Enrolments, by the public API. */
@Path("/account/two-factor")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface EnrolmentApi {

  /** What an authenticator app is given; the platform says it this once. */
  record Begun(String secret, String otpauthUri, long expiresIn) {
    @Override
    public String toString() {
      return "Begun[redacted]";
    }
  }

  /** What the app shows. */
  record FirstCode(String code) {
    @Override
    public String toString() {
      return "FirstCode[redacted]";
    }
  }

  /** Starts an enrolment; one that was under way is gone. */
  @POST
  Begun begin(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);

  /** Switches two-factor on, or over to the new app. */
  @POST
  @Path("/actions/confirm")
  TwoFactorChange confirm(FirstCode code);
}
