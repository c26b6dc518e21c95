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

/** Tells a client what a token of its own is worth; those of others are worth nothing to it. */
@Cancellable(false)
@Path("/oauth/introspect")
@ApplicationScoped
public class TokenIntrospectionResource {

  private final ClientIntrospection introspection;
  private final ClientGuesses guesses;
  private final Patience patience;

  TokenIntrospectionResource(
      ClientIntrospection introspection, ClientGuesses guesses, Patience patience) {
    this.introspection = introspection;
    this.guesses = guesses;
    this.patience = patience;
  }

  @POST
  @Consumes(APPLICATION_JSON)
  @Operation(
      operationId = "introspectToken",
      summary = "What a client's own token is worth (RFC 7662)")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = TokenState.class)))
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
        .limit(introspection.introspect(client, asked))
        .chain(found ->
            found
                .map(state -> Uni.createFrom().item(Response.ok(state)))
                .map(ok ->
                    ok.map(answer -> answer.header(HttpHeaders.CACHE_CONTROL, "no-store").build()))
                .orElseGet(() ->
                    guesses.wrong(client.id(), OAuthProblem.of(TokenProblem.INVALID_CLIENT))));
  }
}
