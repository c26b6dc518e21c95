package dev.latchkey.web.twofactor;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /account/two-factor} of the public API, and the renewal of a session. */
@Path("/")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface TwoFactorApi {

  /** The state, never a secret. The phone is masked. */
  record State(
      boolean enabled,
      @Nullable Instant enabledAt,
      int recoveryCodesLeft,
      @Nullable String recoveryPhone) {

    private static final int FEW = 3;

    /** So few codes are left that one should make new ones. */
    public boolean fewCodes() {
      return enabled && recoveryCodesLeft <= FEW;
    }
  }

  /** The session under its new token. */
  record Renewed(String token, long expiresIn) {
    @Override
    public String toString() {
      return "Renewed[redacted]";
    }
  }

  @GET
  @Path("/account/two-factor")
  State show();

  /** Switches two-factor off; a code only where the session has not shown one since it is on. */
  @DELETE
  @Path("/account/two-factor")
  TwoFactorChange disable(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);

  /** Gives the session of the visit a new token. */
  @POST
  @Path("/sessions/~/actions/renew")
  Renewed renew();
}
