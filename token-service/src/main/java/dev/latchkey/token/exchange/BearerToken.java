package dev.latchkey.token.exchange;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.token.exchange.TokenOutcome.Issued;
import org.jspecify.annotations.Nullable;

/** A client's tokens as RFC 6749 section 5.1 has them. */
@JsonNaming(SnakeCaseStrategy.class)
public record BearerToken(
    String accessToken,
    String tokenType,
    @Nullable Long expiresIn,
    String refreshToken,
    String scope) {

  static BearerToken of(Issued issued) {
    var one = issued.authorization();
    return new BearerToken(
        issued.access().text(),
        "Bearer",
        one.secondsLeft(issued.now()),
        issued.refresh().token().text(),
        one.scope);
  }

  @Override
  public String toString() {
    return "BearerToken[redacted]";
  }
}
