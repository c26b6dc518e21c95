package dev.latchkey.web.oauthclient;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A client as the API tells it.
 *
 * @param secret in the answer that made it, and never again
 * @param open true for a public client: it has no secret
 */
public record OAuthClient(
    UUID id,
    String name,
    String redirectUri,
    @Nullable String secret,
    @JsonProperty("public") boolean open,
    Instant createdAt) {

  /** Its page. */
  public String path() {
    return "/dashboard/applications/clients/" + id;
  }

  @Override
  public String toString() {
    return "OAuthClient[" + id + "]";
  }
}
