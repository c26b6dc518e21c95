package dev.latchkey.token.introspection;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.ServiceGuard;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.kit.problem.RouteBody;
import dev.latchkey.token.Patience;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.LiveToken;
import dev.latchkey.token.authorization.LiveTokens;
import dev.latchkey.token.lastuse.LastUses;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.core.json.Json;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Tells the edge whose a token is. The epoch in the answer is the one the token was made under: the
 * edge knows the account's current one before this service does, and compares.
 *
 * <p>A route and no resource, as the edge is one: every request with such a token waits for both
 * (docs/adr/0030-doors-that-are-routes.md). That it is auth-service who asks has been seen by
 * {@link ServiceGuard}.
 */
@Singleton
final class IntrospectionRoute {

  private static final Logger log = Logger.getLogger(IntrospectionRoute.class);

  private final RouteBody body;
  private final LiveTokens tokens;
  private final LastUses uses;
  private final Patience patience;

  IntrospectionRoute(RouteBody body, LiveTokens tokens, LastUses uses, Patience patience) {
    this.body = body;
    this.tokens = tokens;
    this.uses = uses;
    this.patience = patience;
  }

  void open(@Observes Router router) {
    router
        .post("/internal/introspect")
        .order(ServiceGuard.BEHIND)
        .handler(RouteBody.taking())
        .handler(this::answer);
  }

  private void answer(RoutingContext context) {
    introspect(body.read(context, Question.class))
        .invoke(found -> send(context.response(), found))
        .subscribe()
        .with(sent -> {}, context::fail);
  }

  private Uni<Introspection> introspect(Question question) {
    var presented = question.token();
    if (presented == null) {
      throw new ProblemException(
          CommonProblem.INVALID_PARAMS.problem().field("token").message("must not be null"));
    }
    return OpaqueToken.parse(presented)
        .filter(token -> token.kind() == TokenKind.AUTHORIZATION)
        .map(token -> patience.limit(tokens.of(token)))
        .map(found -> found.invoke(live -> live.ifPresent(one -> uses.note(one, question.from()))))
        .map(found -> found.map(one -> one.map(Introspection::of).orElse(Introspection.INACTIVE)))
        .orElseGet(() -> Uni.createFrom().item(Introspection.INACTIVE));
  }

  private static void send(HttpServerResponse response, Introspection found) {
    response
        .putHeader(HttpHeaders.CONTENT_TYPE, "application/json")
        .putHeader(HttpHeaders.CACHE_CONTROL, "no-store")
        .end(Json.encodeToBuffer(found))
        .onFailure(gone -> log.debug("edge left before the answer", gone));
  }

  /**
   * A token that somebody presented.
   *
   * @param ip from which address; an older edge does not say
   * @param client with which user agent; likewise
   */
  record Question(@Nullable String token, @Nullable String ip, @Nullable String client) {

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
  record Introspection(
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
