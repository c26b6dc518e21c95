package dev.latchkey.token.client;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import dev.latchkey.contracts.id.ClientId;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A client as Heroku's Platform API shows one.
 *
 * @param ignoresDelinquent Heroku's; nothing here is for sale
 * @param secret in the answer that made it, and never again
 * @param open true for a public client: it has no secret, and must use PKCE
 */
@JsonInclude(JsonInclude.Include.ALWAYS)
@JsonNaming(SnakeCaseStrategy.class)
@Schema(name = "Client", examples = ClientView.EXAMPLE)
public record ClientView(
    ClientId id,
    String name,
    String redirectUri,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
    @JsonProperty("public") boolean open,
    @Nullable Boolean ignoresDelinquent,
    Instant createdAt,
    Instant updatedAt) {

  static final String EXAMPLE =
      """
      {"id":"01234567-89ab-4def-8123-456789abcdef","name":"Deploy bot",\
      "redirect_uri":"https://bot.example.com/callback",\
      "secret":"lkcs_9AbCdEfGhIjKlMnOpQrStUvWxYz01234","public":false,\
      "ignores_delinquent":null,\
      "created_at":"2026-11-21T12:00:00Z","updated_at":"2026-11-21T12:00:00Z"}\
      """;

  static ClientView of(Client client) {
    return with(client, null);
  }

  static ClientView with(Client client, @Nullable String secret) {
    return new ClientView(
        client.id(),
        client.name,
        client.redirectUri,
        secret,
        client.isPublic(),
        null,
        client.createdAt,
        client.updatedAt);
  }

  @Override
  public String toString() {
    return "ClientView[" + id + "]";
  }
}
