package dev.latchkey.web.sshkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as the API tells it.
 *
 * @param comment what its owner called it; may be empty
 * @param sha256 fingerprint as {@code ssh-keygen -l} shows it
 */
public record SshKey(
    UUID id,
    String comment,
    String publicKey,
    @JsonProperty("fingerprint_sha256") String sha256,
    Instant createdAt) {

  /** {@code ssh-ed25519}. */
  public String type() {
    return publicKey.split(" ", 2)[0];
  }

  /** What to call it. */
  public String name() {
    return comment.isBlank() ? sha256 : comment;
  }

  /** Where it is removed. */
  public String removePath() {
    return "/dashboard/ssh-keys/" + id + "/remove";
  }
}
