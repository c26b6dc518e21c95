package dev.latchkey.web.oauthclient;

import com.fasterxml.jackson.annotation.JsonProperty;
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
import org.jspecify.annotations.Nullable;

/** {@code /oauth/clients} of the public API. */
@Path("/oauth/clients")
@RegisterRestClient(configKey = "gateway")
@RegisterProvider(Asking.class)
@RegisterProvider(RefusalReading.class)
public interface OAuthClientApi {

  String CODE = "Heroku-Two-Factor-Code";

  /** One to register. */
  record Wish(String name, String redirectUri, @JsonProperty("public") boolean open) {}

  /** What can be changed of one. */
  record Change(String name, String redirectUri) {}

  /** The account's own. */
  @GET
  List<OAuthClient> list();

  /** The answer alone has the secret. */
  @POST
  OAuthClient register(@HeaderParam(CODE) @Nullable String code, Wish wish);

  @PATCH
  @Path("/{id}")
  OAuthClient change(
      @PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code, Change change);

  /** The answer alone has the new secret. */
  @POST
  @Path("/{id}/actions/rotate-credentials")
  OAuthClient rotate(@PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code);

  @DELETE
  @Path("/{id}")
  OAuthClient delete(@PathParam("id") UUID id, @HeaderParam(CODE) @Nullable String code);
}
