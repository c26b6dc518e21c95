package dev.latchkey.web.recoverycode;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /account/recovery-codes} of the public API. */
@Path("/account/recovery-codes")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface RecoveryCodeApi {

  /** The codes that are left; null where the operator has hashes kept only. */
  record Left(int recoveryCodesLeft, @Nullable List<String> recoveryCodes) {
    @Override
    public String toString() {
      return "Left[redacted]";
    }
  }

  @GET
  Left view(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);

  /** Ten new ones; the old ones are dead. */
  @POST
  List<String> renew(
      @HeaderParam("Heroku-Password") @Nullable String password,
      @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);
}
