package dev.latchkey.web.apikey;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/authorizations/~} of the public API. */
@Path("/oauth/authorizations/~")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface ApiKeyApi {

  /** Redacted, or in full with the password. */
  @GET
  ApiKey show(@HeaderParam("Heroku-Password") @Nullable String password);

  /** The old one is dead at once. */
  @POST
  @Path("/actions/regenerate-tokens")
  ApiKey regenerate(@HeaderParam("Heroku-Password") @Nullable String password);
}
