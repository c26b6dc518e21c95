package dev.latchkey.token.exchange;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.token.TokenProblem;
import dev.latchkey.token.exchange.TokenRequest.Wish;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByCode;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByRefresh;
import dev.latchkey.token.oauth.OAuthForm;
import dev.latchkey.token.oauth.OAuthProblem;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An exchange in Heroku's form; {@code client.id} and the members of PKCE are ours. */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "Exchange",
    examples =
        """
        {"client":{"secret":"lkcs_9AbCdEfGhIjKlMnOpQrStUvWxYz01234"},\
        "grant":{"type":"authorization_code","code":"lkgc_9AbCdEfGhIjKlMnOpQrStUvWxYz01234"}}\
        """)
public record HerokuExchange(
    @Nullable OfClient client, @Nullable Grant grant, @Nullable Refresh refreshToken) {

  static final String CODE = "authorization_code";
  static final String REFRESH = "refresh_token";

  TokenRequest request(Instant arrivedAt) {
    var shown =
        client == null ? OAuthForm.client(null, null) : OAuthForm.client(client.id, client.secret);
    return new TokenRequest(shown, wish(), arrivedAt);
  }

  private Wish wish() {
    if (grant == null || grant.type == null) {
      throw missing("grant.type");
    }
    return switch (grant.type) {
      case CODE -> byCode(grant);
      case REFRESH -> byRefresh();
      default -> throw unsupported();
    };
  }

  private static ByCode byCode(Grant grant) {
    if (grant.code == null) {
      throw missing("grant.code");
    }
    return new ByCode(grant.code, grant.redirectUri, grant.codeVerifier);
  }

  private ByRefresh byRefresh() {
    if (refreshToken == null || refreshToken.token == null) {
      throw missing("refresh_token.token");
    }
    return new ByRefresh(refreshToken.token, null);
  }

  private static ProblemException missing(String name) {
    return OAuthProblem.invalidRequest("The member " + name + " is missing.");
  }

  static ProblemException unsupported() {
    return new ProblemException(OAuthProblem.of(TokenProblem.UNSUPPORTED_GRANT_TYPE));
  }

  /** Which client; the secret alone tells, a public one has its id alone. */
  public record OfClient(@Nullable String id, @Nullable String secret) {
    @Override
    public String toString() {
      return "OfClient[" + id + "]";
    }
  }

  /** What it exchanges. */
  @JsonNaming(SnakeCaseStrategy.class)
  public record Grant(
      @Nullable String type,
      @Nullable String code,
      @Nullable String redirectUri,
      @Nullable String codeVerifier) {
    @Override
    public String toString() {
      return "Grant[" + type + "]";
    }
  }

  /** With grant type {@code refresh_token}. */
  public record Refresh(@Nullable String token) {
    @Override
    public String toString() {
      return "Refresh[redacted]";
    }
  }
}
