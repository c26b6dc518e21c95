package dev.latchkey.web.authorization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An authorization as the API tells it.
 *
 * @param accessToken null while an application has not exchanged its code
 * @param client the application that was let in; null for a token of the person's own
 * @param lastUsedAt give or take an hour; null when it was not used
 * @param signIn true when it is the sign-in of a command line, which ends with the password
 */
public record Authorization(
    UUID id,
    String description,
    List<String> scope,
    @Nullable Token accessToken,
    @Nullable Client client,
    Instant createdAt,
    @Nullable Instant lastUsedAt,
    @Nullable String lastUsedIp,
    @Nullable String lastUsedClient,
    boolean signIn) {

  /**
   * The token: in full in the answer that made it, else redacted.
   *
   * @param expiresIn seconds from now on; null when it does not expire
   */
  public record Token(String token, @Nullable Long expiresIn) {
    @Override
    public String toString() {
      return "Token[redacted]";
    }
  }

  /** An application of somebody. */
  public record Client(String name) {}

  /** When it ends; null when it does not, or there is no token yet. */
  public @Nullable Instant expires(Instant now) {
    return accessToken == null || accessToken.expiresIn() == null
        ? null
        : now.plusSeconds(accessToken.expiresIn());
  }

  /** The token's text as it may be seen; empty when there is none yet. */
  public String token() {
    return accessToken == null ? "" : accessToken.token();
  }

  /** Its page. */
  public String path() {
    return "/dashboard/applications/" + id;
  }

  /** An application renews its tokens itself. */
  public boolean canRotate() {
    return client == null;
  }
}
