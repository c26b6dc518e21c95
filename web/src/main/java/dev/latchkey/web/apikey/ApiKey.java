package dev.latchkey.web.apikey;

import java.time.Instant;

/**
 * The API key as the API tells it.
 *
 * @param accessToken redacted, or in full after the password
 */
public record ApiKey(Token accessToken, Instant createdAt) {

  /** Its text. */
  public record Token(String token) {
    @Override
    public String toString() {
      return "Token[redacted]";
    }
  }

  /** Its text. */
  public String text() {
    return accessToken.token();
  }
}
