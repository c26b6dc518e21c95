package dev.latchkey.token.oauth;

import static jakarta.ws.rs.core.MediaType.APPLICATION_FORM_URLENCODED;
import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import dev.latchkey.token.Patience;
import dev.latchkey.token.TokenProblem;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;

/** Lets a client give back a token; whether there was such a token is not told. */
@Cancellable(false)
@Path("/oauth/revoke")
@ApplicationScoped
public class TokenRevocationResource {

  private final ClientRevocation revocation;
  private final ClientGuesses guesses;
  private final Patience patience;

  TokenRevocationResource(ClientRevocation revocation, ClientGuesses guesses, Patience patience) {
    this.revocation = revocation;
    this.guesses = guesses;
    this.patience = patience;
  }

  @POST
  @Consumes(APPLICATION_JSON)
  @Operation(
      operationId = "revokeToken",
      summary = "Ends a token of the client's; 200 for an unknown one, too (RFC 7009)")
  @APIResponse(responseCode = "200", description = "ended, or there was no such token")
  @APIResponse(responseCode = "401", description = "`invalid_client`")
  @RequestBody(
      content = {
        @Content(
            mediaType = APPLICATION_JSON,
            schema = @Schema(implementation = TokenQuestion.class)),
        @Content(
            mediaType = APPLICATION_FORM_URLENCODED,
            schema = @Schema(implementation = TokenQuestion.class))
      })
  public Uni<Response> json(@NotNull TokenQuestion question) {
    return answer(question);
  }

  @POST
  @Consumes(APPLICATION_FORM_URLENCODED)
  @Operation(hidden = true)
  public Uni<Response> form(@NotNull byte[] body) {
    return answer(TokenQuestion.of(OAuthForm.of(body)));
  }

  private Uni<Response> answer(TokenQuestion question) {
    var client = question.client();
    var asked = question.asked();
    return patience
        .limit(revocation.revoke(client, asked))
        .chain(known ->
            known
                ? Uni.createFrom()
                    .item(Response.ok().header(HttpHeaders.CACHE_CONTROL, "no-store").build())
                : guesses.wrong(client.id(), OAuthProblem.of(TokenProblem.INVALID_CLIENT)));
  }
}
