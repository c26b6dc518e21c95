package dev.latchkey.web.commandline;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Instant;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/** {@code /auth/browser} of the public API. */
@Path("/auth/browser/{id}")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface CommandLineApi {

  /**
   * A command line's wish to be signed in.
   *
   * @param code what its terminal shows too
   * @param description what it calls itself: a stranger's words, as {@code client} is
   * @param state {@code waiting}, {@code approved}, {@code finishing}, {@code denied} or {@code
   *     finished}
   */
  record Login(
      String id,
      String code,
      String description,
      String client,
      String ip,
      String state,
      Instant createdAt,
      long expiresIn) {}

  @GET
  Login show(@PathParam("id") String id);

  /** Signs it in, as the visitor. */
  @POST
  @Path("/actions/approve")
  Login approve(
      @PathParam("id") String id, @HeaderParam("Heroku-Two-Factor-Code") @Nullable String code);

  @POST
  @Path("/actions/deny")
  Login deny(@PathParam("id") String id);
}
