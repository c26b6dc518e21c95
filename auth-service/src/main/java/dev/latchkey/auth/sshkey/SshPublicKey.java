package dev.latchkey.auth.sshkey;

import java.util.Base64;

/**
 * An SSH public key, read from one line of a {@code .pub} file.
 *
 * @param text {@code type base64}, written anew from what was read
 * @param comment what came after it; may be empty
 * @param md5 fingerprint, 16 pairs of hexadecimal digits parted by colons
 * @param sha256 fingerprint, {@code SHA256:} and base64
 */
record SshPublicKey(String text, String comment, String md5, String sha256) {

  private static final int LONGEST_LINE = 8192;
  private static final int LONGEST_COMMENT = 255;

  /** What came of reading a key. */
  sealed interface Reading {
    /** It is one. */
    record Read(SshPublicKey key) implements Reading {}

    /** It isn't, for that reason, which follows the field's name. */
    record Unreadable(String why) implements Reading {}
  }

  /** Reads exactly one line, with or without its end. */
  static Reading read(String uploaded) {
    var line = uploaded.strip();
    if (line.contains("PRIVATE KEY")) {
      return new Reading.Unreadable("is a private key: keep it, upload the .pub file");
    }
    if (line.length() > LONGEST_LINE || line.chars().anyMatch(Character::isISOControl)) {
      return new Reading.Unreadable("must be one line of a .pub file");
    }
    var words = line.split(" +", 3);
    if (words.length < 2) {
      return new Reading.Unreadable("must look like: type base64 comment");
    }
    var comment = words.length == 3 ? words[2].strip() : "";
    if (comment.length() > LONGEST_COMMENT) {
      return new Reading.Unreadable(
          "has a comment of more than " + LONGEST_COMMENT + " characters");
    }
    return SshKeyType.parse(words[0])
        .map(type -> read(type, words[1], comment))
        .orElseGet(() -> new Reading.Unreadable("has a type that is not accepted"));
  }

  private static Reading read(SshKeyType type, String base64, String comment) {
    try {
      var in = new SshWire(Base64.getDecoder().decode(base64));
      if (!in.text().equals(type.text())) {
        return new Reading.Unreadable("says one type and contains another");
      }
      var blob = type.read(in);
      in.end();
      return new Reading.Read(of(type, blob, comment));
    } catch (SshKeyType.WeakKey e) {
      return new Reading.Unreadable("is too weak: " + e.getMessage());
    } catch (IllegalArgumentException e) {
      return new Reading.Unreadable("is not a valid " + type.text() + " key");
    }
  }

  private static SshPublicKey of(SshKeyType type, byte[] blob, String comment) {
    return new SshPublicKey(
        type.text() + " " + Base64.getEncoder().encodeToString(blob),
        comment,
        SshFingerprint.md5(blob),
        SshFingerprint.sha256(blob));
  }
}
