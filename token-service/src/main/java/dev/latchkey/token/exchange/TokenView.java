package dev.latchkey.token.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.AuthorizationView.AccessToken;
import dev.latchkey.token.exchange.TokenOutcome.Issued;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A client's tokens as Heroku's Platform API shows them. {@code client}, {@code grant} and {@code
 * session} are always there and null: a secret is not said back.
 *
 * @param id of the access token
 * @param refreshToken only in the answer that made it
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Token", examples = TokenView.EXAMPLE)
public record TokenView(
    UUID id,
    AccessToken accessToken,
    @Nullable AccessToken refreshToken,
    Reference<AuthorizationId> authorization,
    Reference<AccountId> user,
    @Nullable String client,
    @Nullable String grant,
    @Nullable String session,
    Instant createdAt,
    Instant updatedAt) {

  static final String EXAMPLE =
      """
      {"id":"11234567-89ab-4def-8123-456789abcdef",\
      "access_token":{"id":"11234567-89ab-4def-8123-456789abcdef",\
      "token":"lkat_9AbCdEfGhIjKlMnOpQrStUvWxYz01234","expires_in":7200},\
      "refresh_token":{"id":"31234567-89ab-4def-8123-456789abcdef",\
      "token":"lkrt_9AbCdEfGhIjKlMnOpQrStUvWxYz01234","expires_in":2592000},\
      "authorization":{"id":"01234567-89ab-4def-8123-456789abcdef"},\
      "user":{"id":"21234567-89ab-4def-8123-456789abcdef"},\
      "client":null,"grant":null,"session":null,\
      "created_at":"2026-11-21T12:00:00Z","updated_at":"2026-11-21T12:00:00Z"}\
      """;

  static TokenView of(Issued issued) {
    var refresh = issued.refresh();
    long left = Duration.between(issued.now(), refresh.row().expiresAt).toSeconds();
    return of(
        issued.authorization(),
        issued.access().text(),
        issued.now(),
        new AccessToken(refresh.row().id, refresh.token().text(), left));
  }

  static TokenView redacted(Authorization one, Instant now) {
    return of(one, Objects.requireNonNull(one.tokenHint), now, null);
  }

  private static TokenView of(
      Authorization one, String token, Instant now, @Nullable AccessToken refresh) {
    var id = Objects.requireNonNull(one.tokenId);
    return new TokenView(
        id,
        new AccessToken(id, token, one.secondsLeft(now)),
        refresh,
        new Reference<>(one.id()),
        new Reference<>(one.account()),
        null,
        null,
        null,
        one.createdAt(),
        one.updatedAt);
  }

  /** Something, by its id. */
  public record Reference<T>(T id) {}

  @Override
  public String toString() {
    return "TokenView[" + id + "]";
  }
}
