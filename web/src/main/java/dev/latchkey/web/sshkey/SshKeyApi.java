package dev.latchkey.web.sshkey;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /account/keys} of the public API. */
@Path("/account/keys")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface SshKeyApi {

  String CODE = "Heroku-Two-Factor-Code";

  /** One line of a {@code .pub} file. */
  record NewKey(String publicKey) {}

  @GET
  List<SshKey> list(@HeaderParam("Range") String range);

  @GET
  @Path("/{id}")
  SshKey one(@PathParam("id") UUID id);

  @POST
  SshKey add(@HeaderParam(CODE) @Nullable String code, NewKey key);

  @DELETE
  @Path("/{id}")
  SshKey remove(@PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code);
}
