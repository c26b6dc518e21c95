package dev.latchkey.token.oauth;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.grant.RefreshToken;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a client hears of a token (RFC 7662 section 2.2). Unknown, ended and other clients' tokens
 * are one answer.
 *
 * @param tokenType only for an access token: a refresh token is of no use as a bearer
 * @param sub the account
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "TokenState",
    examples =
        """
        {"active":true,"scope":"read","client_id":"01234567-89ab-4def-8123-456789abcdef",\
        "token_type":"Bearer","exp":1795262400,"iat":1795255200,\
        "sub":"21234567-89ab-4def-8123-456789abcdef"}\
        """)
public record TokenState(
    boolean active,
    @Nullable String scope,
    @Nullable ClientId clientId,
    @Nullable String tokenType,
    @Nullable Long exp,
    @Nullable Long iat,
    @Nullable AccountId sub) {

  static final TokenState INACTIVE = new TokenState(false, null, null, null, null, null, null);

  static TokenState ofAccess(Authorization live, ClientId client) {
    var end = live.tokenExpiresAt;
    return new TokenState(
        true,
        live.scope,
        client,
        "Bearer",
        end == null ? null : end.getEpochSecond(),
        live.updatedAt.getEpochSecond(),
        live.account());
  }

  static TokenState ofRefresh(RefreshToken good, Authorization live) {
    Instant end = good.expiresAt;
    return new TokenState(
        true,
        live.scope,
        new ClientId(good.client),
        null,
        end.getEpochSecond(),
        good.createdAt.getEpochSecond(),
        live.account());
  }
}
