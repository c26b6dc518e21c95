package dev.latchkey.auth.sshkey;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** How a path names a key: by id, or by either fingerprint. */
sealed interface SshKeyName {

  Pattern MD5 = Pattern.compile("(?:[0-9a-f]{2}:){15}[0-9a-f]{2}");
  Pattern SHA256 = Pattern.compile("SHA256:[A-Za-z0-9+/_-]{43}");

  /** By id. */
  record ById(UUID id) implements SshKeyName {}

  /** By MD5 fingerprint, as Heroku shows it. */
  record ByMd5(String fingerprint) implements SshKeyName {}

  /** By SHA-256 fingerprint, as {@code ssh-keygen -l} shows it. */
  record BySha256(String fingerprint) implements SshKeyName {}

  /** Reads a part of a path; nothing when it can't be the name of a key. */
  static Optional<SshKeyName> parse(String text) {
    if (MD5.matcher(text).matches()) {
      return Optional.of(new ByMd5(text));
    }
    if (SHA256.matcher(text).matches()) {
      // A slash would part the path, so the URL-safe alphabet (RFC 4648, section 5) is read too.
      return Optional.of(new BySha256(text.replace('-', '+').replace('_', '/')));
    }
    try {
      return Optional.of(new ById(UUID.fromString(text)));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }
}
