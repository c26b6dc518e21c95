package dev.latchkey.auth.apikey;

import static jakarta.ws.rs.core.MediaType.APPLICATION_JSON;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.problem.CommonProblem;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/** The API key as Heroku's API has it: the authorization that is called {@code ~}. */
@Cancellable(false)
@Path("/oauth/authorizations/~")
public class ApiKeyResource {

  private final Accounts accounts;
  private final ApiKeys keys;
  private final ApiKeyRegeneration regeneration;
  private final Caller caller;

  ApiKeyResource(Accounts accounts, ApiKeys keys, ApiKeyRegeneration regeneration, Caller caller) {
    this.accounts = accounts;
    this.keys = keys;
    this.regeneration = regeneration;
    this.caller = caller;
  }

  /** The key: redacted, or in full when the password was shown. */
  @GET
  @WithSession
  @Operation(
      operationId = "showApiKey",
      summary = "The API key: redacted, or in full when the password is shown")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ApiKeyView.class)))
  @APIResponse(responseCode = "404", ref = "Problem404")
  public Uni<Response> show() {
    boolean full = caller.passwordAt() != null && caller.has(Scope.GLOBAL);
    return keys.of(caller.account())
        .chain(found ->
            found.map(key -> answer(key, full)).orElseGet(() -> Uni.createFrom().item(missing())));
  }

  /** A new key, in full this once and whenever the password is shown. */
  @POST
  @Path("/actions/regenerate-tokens")
  @Operation(operationId = "regenerateApiKey", summary = "A new API key, in full")
  @APIResponse(
      responseCode = "200",
      content =
          @Content(
              mediaType = APPLICATION_JSON,
              schema = @Schema(implementation = ApiKeyView.class)))
  public Uni<Response> regenerate() {
    return regeneration
        .regenerate(caller)
        .chain(made ->
            made.map(key -> answer(key, true))
                .orElseGet(() ->
                    Uni.createFrom().item(AuthProblem.INVALID_CREDENTIALS.problem().response())));
  }

  @WithSession
  Uni<Response> answer(ApiKey key, boolean full) {
    return accounts
        .byId(key.account())
        .map(found ->
            found
                .map(account -> ok(ApiKeyView.of(key, shown(key, full), account)))
                .orElseGet(ApiKeyResource::missing));
  }

  private String shown(ApiKey key, boolean full) {
    OpaqueToken token = keys.text(key);
    return full ? token.text() : token.redacted();
  }

  private static Response ok(ApiKeyView view) {
    return Response.ok(view).header("Cache-Control", "no-store").build();
  }

  private static Response missing() {
    return CommonProblem.NOT_FOUND.problem().resource("authorization").response();
  }

  /** The shape of an authorization in Heroku's API. */
  @Schema(
      name = "ApiKey",
      examples =
          """
          {"id":"01234567-89ab-4def-8123-456789abcdef","description":"API key",\
          "scope":["global"],"access_token":{"id":"01234567-89ab-4def-8123-456789abcdef",\
          "token":"lkak_4fTz0q**********9sKd2m","expires_in":null},\
          "created_at":"2026-11-21T12:00:00Z","updated_at":"2026-11-21T12:00:00Z",\
          "user":{"id":"01234567-89ab-4def-8123-456789abcdef","email":"alice@example.com",\
          "full_name":"Alice"},"client":null,"grant":null,"refresh_token":null,\
          "session":null}\
          """)
  record ApiKeyView(
      UUID id,
      String description,
      List<Scope> scope,
      @JsonProperty("access_token") Token accessToken,
      @JsonProperty("created_at") Instant createdAt,
      @JsonProperty("updated_at") Instant updatedAt,
      Owner user,
      @Nullable Object client,
      @Nullable Object grant,
      @JsonProperty("refresh_token") @Nullable Object refreshToken,
      @Nullable Object session) {

    @Schema(name = "ApiKeyToken")
    record Token(UUID id, String token, @JsonProperty("expires_in") @Nullable Long expiresIn) {}

    @Schema(name = "ApiKeyOwner")
    record Owner(UUID id, String email, @JsonProperty("full_name") @Nullable String fullName) {}

    static ApiKeyView of(ApiKey key, String shown, Account account) {
      return new ApiKeyView(
          key.id(),
          "API key",
          List.of(Scope.GLOBAL),
          new Token(key.id(), shown, null),
          key.createdAt(),
          key.createdAt(),
          new Owner(account.id().value(), account.email().value(), account.name()),
          null,
          null,
          null,
          null);
    }
  }
}
