package dev.latchkey.token.exchange;

import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Please give a client tokens.
 *
 * @param arrivedAt when the request came in, before it waited for anything
 */
record TokenRequest(ClientCredentials client, Wish wish, Instant arrivedAt) {

  /** For what. */
  sealed interface Wish {

    /** For a code; what was left out is null. */
    record ByCode(String code, @Nullable String redirectUri, @Nullable String verifier)
        implements Wish {
      @Override
      public String toString() {
        return "ByCode[redacted]";
      }
    }

    /** For a refresh token. */
    record ByRefresh(String token, @Nullable String scope) implements Wish {
      @Override
      public String toString() {
        return "ByRefresh[redacted]";
      }
    }
  }
}
