package dev.latchkey.token.authorization;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.paging.ListRange;
import dev.latchkey.kit.paging.Page;
import dev.latchkey.token.Patience;
import dev.latchkey.token.account.AddressBook;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** Lists, shows and ends authorizations. They are made at {@code minting.MintingResource}. */
@Cancellable(false)
@Path("/oauth/authorizations")
@ApplicationScoped
public class AuthorizationResource {

  private final Caller caller;
  private final Reading reading;
  private final Revocation revocation;
  private final AddressBook addresses;
  private final Showing showing;
  private final Patience patience;

  AuthorizationResource(
      Caller caller,
      Reading reading,
      Revocation revocation,
      AddressBook addresses,
      Showing showing,
      Patience patience) {
    this.caller = caller;
    this.reading = reading;
    this.revocation = revocation;
    this.addresses = addresses;
    this.showing = showing;
    this.patience = patience;
  }

  @GET
  @Operation(
      operationId = "listAuthorizations",
      summary = "The live authorizations, newest first, redacted")
  public Uni<RestResponse<List<AuthorizationView>>> list(
      @HeaderParam("Range") @Nullable String header,
      @HeaderParam(Headers.PRESENTED_TOKEN) @Parameter(hidden = true) @Nullable String presented) {
    var range = ListRange.of(header);
    var account = caller.account();
    return patience
        .limit(reading.visible(Sight.of(caller), range))
        .map(found -> Page.ofFound(found, one -> one.id, range))
        .chain(page ->
            addresses
                .addressOf(account)
                .map(email ->
                    page.reply(one -> showing.toBearer(one, email, presented))
                        .header(HttpHeaders.CACHE_CONTROL, "no-store")
                        .build()));
  }

  @GET
  @Path("/{id}")
  @Operation(operationId = "showAuthorization", summary = "One authorization, redacted")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  public Uni<Response> show(
      @PathParam("id") String id,
      @HeaderParam(Headers.PRESENTED_TOKEN) @Parameter(hidden = true) @Nullable String presented) {
    return PathId.read(id)
        .map(known ->
            patience
                .limit(reading.visible(Sight.of(caller), known))
                .chain(found -> answer(found, presented)))
        .orElseGet(AuthorizationResource::notFound);
  }

  @DELETE
  @Path("/{id}")
  @Operation(operationId = "revokeAuthorization", summary = "Ends it; answers what it was")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = AuthorizationView.class)))
  public Uni<Response> revoke(@PathParam("id") String id) {
    return PathId.read(id)
        .map(known ->
            patience
                .limit(revocation.revoke(RevokeAuthorization.of(caller, known)))
                .chain(ended -> answer(ended, null)))
        .orElseGet(AuthorizationResource::notFound);
  }

  private Uni<Response> answer(Optional<Authorization> found, @Nullable String presented) {
    return found
        .map(one ->
            addresses
                .addressOf(caller.account())
                .map(email -> ok(showing.toBearer(one, email, presented))))
        .orElseGet(AuthorizationResource::notFound);
  }

  private static Response ok(AuthorizationView view) {
    return Response.ok(view).header(HttpHeaders.CACHE_CONTROL, "no-store").build();
  }

  private static Uni<Response> notFound() {
    return Uni.createFrom().item(PathId.missing());
  }
}
