package dev.latchkey.web.signin;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** Signing in, by the public API. */
@Path("/")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface SignInApi {

  /** What the new session is called in the list of sessions. */
  record NewSession(String description) {}

  /** The session. {@code next} after a recovery code: what is wise to do now. */
  record SignedIn(
      String token,
      long expiresIn,
      @Nullable KnownDevice device,
      @Nullable Integer recoveryCodesLeft,
      @Nullable List<String> next) {

    record KnownDevice(String token, long expiresIn) {}

    /** Signed in by a recovery code: the device is probably lost. */
    boolean byRecoveryCode() {
      return next != null && next.contains("set_up_two_factor_anew");
    }

    @Override
    public String toString() {
      return "SignedIn[redacted]";
    }
  }

  /** A text is on its way to the masked number. */
  record Sent(String smsNumber, long expiresIn) {}

  /** With the password; refused with {@code two_factor} and a challenge where a factor is due. */
  @POST
  @Path("/sessions")
  SignedIn withPassword(@HeaderParam("Authorization") String basic, NewSession session);

  /** Goes on with the second factor. */
  @POST
  @Path("/sessions")
  SignedIn withCode(
      @HeaderParam("Latchkey-Challenge") String challenge,
      @HeaderParam("Heroku-Two-Factor-Code") String code,
      NewSession session);

  /** Has a code texted to the recovery phone. */
  @POST
  @Path("/users/~/sms-number/actions/recover")
  Sent sendText(@HeaderParam("Latchkey-Challenge") String challenge);

  /** Ends the session of the visit. */
  @DELETE
  @Path("/oauth/sessions/~")
  void end();
}
