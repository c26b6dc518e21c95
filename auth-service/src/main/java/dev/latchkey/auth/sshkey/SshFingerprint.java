package dev.latchkey.auth.sshkey;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;

/** The two fingerprints of a key's blob, as {@code ssh-keygen -l} writes them. */
final class SshFingerprint {

  private SshFingerprint() {}

  /** 16 pairs of hexadecimal digits parted by colons. */
  static String md5(byte[] blob) {
    return HexFormat.ofDelimiter(":").formatHex(digest("MD5", blob));
  }

  /** {@code SHA256:} and base64. */
  static String sha256(byte[] blob) {
    return "SHA256:" + Base64.getEncoder().withoutPadding().encodeToString(digest("SHA-256", blob));
  }

  /** The SHA-256 one of what sshd says of a key: that itself ({@code %f}), or its base64 (%k). */
  static Optional<String> of(String said) {
    if (SshKeyName.parse(said).orElse(null) instanceof SshKeyName.BySha256 by) {
      return Optional.of(by.fingerprint());
    }
    try {
      return Optional.of(sha256(Base64.getDecoder().decode(said.getBytes(UTF_8))));
    } catch (IllegalArgumentException noBase64) {
      return Optional.empty();
    }
  }

  private static byte[] digest(String algorithm, byte[] blob) {
    try {
      return MessageDigest.getInstance(algorithm).digest(blob);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this JDK has no " + algorithm, e);
    }
  }
}
