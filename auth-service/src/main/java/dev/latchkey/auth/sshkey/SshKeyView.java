package dev.latchkey.auth.sshkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;

/**
 * A key as Heroku's API shows it.
 *
 * @param email the account's address
 * @param fingerprint MD5, for the clients of old
 */
record SshKeyView(
    UUID id,
    String comment,
    @JsonProperty("created_at") Instant createdAt,
    String email,
    String fingerprint,
    @JsonProperty("fingerprint_sha256") String sha256,
    @JsonProperty("public_key") String publicKey,
    @JsonProperty("updated_at") Instant updatedAt) {

  static SshKeyView of(SshKey key, String email) {
    // heroku-cli splits this at spaces and prints the third word as the key's name.
    var line = key.comment.isEmpty() ? key.publicKey : key.publicKey + " " + key.comment;
    return new SshKeyView(
        key.id, key.comment, key.createdAt, email, key.md5, key.sha256, line, key.createdAt);
  }
}
