package dev.latchkey.auth.sshkey;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A key as Heroku's API shows it.
 *
 * @param email the account's address
 * @param fingerprint MD5, for the clients of old
 */
@Schema(
    name = "Key",
    examples =
        """
        {"id":"01234567-89ab-4def-8123-456789abcdef","comment":"alice@laptop",\
        "created_at":"2026-11-21T12:00:00Z","email":"alice@example.com",\
        "fingerprint":"65:96:2d:fc:e8:d5:a9:11:64:0c:0f:ea:00:6e:5b:bd",\
        "fingerprint_sha256":"SHA256:+DiY3wvvV6TuJJhbpZisF/zLDA0zPMSvHdkr4UvCOqU",\
        "public_key":"ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIOMqqnkVzrm0SdG6UOoqKLsabgH5C9okWi0dh2l9GKJl alice@laptop",\
        "updated_at":"2026-11-21T12:00:00Z"}\
        """)
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
