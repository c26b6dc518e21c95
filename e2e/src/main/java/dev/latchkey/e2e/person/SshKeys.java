package dev.latchkey.e2e.person;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;

/** New public keys for Git over SSH. */
public final class SshKeys {

  private static final String TYPE = "ssh-ed25519";
  private static final int BYTES = 32;

  private SshKeys() {}

  /** One line: type, key, comment. */
  public static String line(String comment) {
    var key = publicKey();
    var blob = new ByteArrayOutputStream();
    try (var out = new DataOutputStream(blob)) {
      var type = TYPE.getBytes(StandardCharsets.US_ASCII);
      out.writeInt(type.length);
      out.write(type);
      out.writeInt(key.length);
      out.write(key);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return "%s %s %s"
        .formatted(TYPE, Base64.getEncoder().encodeToString(blob.toByteArray()), comment);
  }

  /** RFC 8410: the key is the end of its X.509 encoding. */
  private static byte[] publicKey() {
    try {
      var pair = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
      var encoded = pair.getPublic().getEncoded();
      return Arrays.copyOfRange(encoded, encoded.length - BYTES, encoded.length);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
