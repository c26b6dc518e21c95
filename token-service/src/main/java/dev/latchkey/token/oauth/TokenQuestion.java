package dev.latchkey.token.oauth;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A token about which a client wants to know, or that it wants to end; as a form, or as JSON with
 * the same members. {@code token_type_hint} is not needed: a token tells its kind.
 */
@JsonNaming(SnakeCaseStrategy.class)
@Schema(
    name = "TokenQuestion",
    examples =
        """
        {"client_id":"01234567-89ab-4def-8123-456789abcdef",\
        "client_secret":"lkcs_9AbCdEfGhIjKlMnOpQrStUvWxYz01234",\
        "token":"lkat_9AbCdEfGhIjKlMnOpQrStUvWxYz01234"}\
        """)
public record TokenQuestion(
    @Nullable String clientId, @Nullable String clientSecret, @Nullable String token) {

  static TokenQuestion of(OAuthForm form) {
    return new TokenQuestion(
        form.optional("client_id"), form.optional("client_secret"), form.optional("token"));
  }

  ClientCredentials client() {
    return OAuthForm.client(clientId, clientSecret);
  }

  String asked() {
    if (token == null || token.isEmpty()) {
      throw OAuthProblem.invalidRequest("The parameter token is missing.");
    }
    return token;
  }

  @Override
  public String toString() {
    return "TokenQuestion[redacted]";
  }
}
