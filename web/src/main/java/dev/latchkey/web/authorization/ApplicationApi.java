package dev.latchkey.web.authorization;

import dev.latchkey.web.platform.Asking;
import dev.latchkey.web.platform.RefusalReading;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.rest.client.annotation.RegisterProvider;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** {@code /oauth/authorizations} of the public API. */
@Path("/oauth/authorizations")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface ApplicationApi {

  String CODE = "Heroku-Two-Factor-Code";

  /**
   * One to make.
   *
   * @param expiresIn seconds; null when it is not to expire
   */
  record Wish(String description, List<String> scope, @Nullable Long expiresIn) {}

  /** What it is to be called from now on. */
  record Words(String description) {}

  /** A part of the list, newest first; {@code Next-Range} says where it goes on. */
  @GET
  RestResponse<List<Authorization>> list(@HeaderParam("Range") String range);

  @GET
  @Path("/{id}")
  Authorization one(@PathParam("id") UUID id);

  /** The answer alone has the token in full. */
  @POST
  Authorization make(@HeaderParam(CODE) @Nullable String code, Wish wish);

  @PATCH
  @Path("/{id}")
  Authorization describe(
      @PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code, Words words);

  /** The answer alone has the new token in full. */
  @POST
  @Path("/{id}/actions/regenerate-tokens")
  Authorization rotate(@PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code);

  @DELETE
  @Path("/{id}")
  Authorization revoke(@PathParam("id") UUID id);
}
