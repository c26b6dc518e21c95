package dev.latchkey.token.introspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.token.Patience;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.LiveToken;
import dev.latchkey.token.authorization.LiveTokens;
import dev.latchkey.token.lastuse.LastUses;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jboss.resteasy.reactive.ResponseHeader;
import org.jboss.resteasy.reactive.server.Cancellable;
import org.jspecify.annotations.Nullable;

/**
 * Tells the edge whose a token is. The epoch in the answer is the one the token was made under: the
 * edge knows the account's current one before this service does, and compares.
 */
@Cancellable(false)
@Path("/internal/introspect")
@ApplicationScoped
public class IntrospectionResource {

  private final LiveTokens tokens;
  private final LastUses uses;
  private final Patience patience;

  IntrospectionResource(LiveTokens tokens, LastUses uses, Patience patience) {
    this.tokens = tokens;
    this.uses = uses;
    this.patience = patience;
  }

  @POST
  @Operation(operationId = "introspect", summary = "Whose token this is (services only)")
  @ResponseHeader(name = HttpHeaders.CACHE_CONTROL, value = "no-store")
  public Uni<Introspection> introspect(@Valid @NotNull Question question) {
    return OpaqueToken.parse(question.token())
        .filter(token -> token.kind() == TokenKind.AUTHORIZATION)
        .map(token -> patience.limit(tokens.of(token)))
        .map(found -> found.invoke(live -> live.ifPresent(one -> uses.note(one, question.from()))))
        .map(found -> found.map(one -> one.map(Introspection::of).orElse(Introspection.INACTIVE)))
        .orElseGet(() -> Uni.createFrom().item(Introspection.INACTIVE));
  }

  /**
   * A token that somebody presented.
   *
   * @param ip from which address; an older edge does not say
   * @param client with which user agent; likewise
   */
  public record Question(@NotNull String token, @Nullable String ip, @Nullable String client) {

    Origin from() {
      return new Origin(ip == null ? "" : ip, client == null ? "" : client);
    }

    @Override
    public String toString() {
      return "Question[redacted]";
    }
  }

  /**
   * The answer; unknown, malformed, ended and expired tokens are one.
   *
   * @param token id of the token, which a rotation changes
   * @param kind {@code authorization} or {@code login_authorization}
   * @param scope space-separated
   * @param factorAt when its maker had last shown a second factor that counts for step-up
   * @param anyFactorAt when its maker had last shown any second factor
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Introspection(
      boolean active,
      @Nullable AuthorizationId authorization,
      @Nullable UUID token,
      @Nullable AccountId account,
      @Nullable String kind,
      @Nullable Integer epoch,
      @Nullable String scope,
      @Nullable Instant factorAt,
      @Nullable Instant anyFactorAt,
      Authorization.@Nullable Parent parent,
      @Nullable Instant expiresAt) {

    static final Introspection INACTIVE =
        new Introspection(false, null, null, null, null, null, null, null, null, null, null);

    static Introspection of(LiveToken live) {
      return new Introspection(
          true,
          live.authorization(),
          live.token(),
          live.account(),
          live.kind().text(),
          live.epoch(),
          Scope.join(live.scopes()),
          live.factorAt(),
          live.anyFactorAt(),
          live.parent(),
          live.expiresAt());
    }
  }
}
