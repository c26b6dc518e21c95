package dev.latchkey.cli.operator;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;

/** A key pair made for a test, as openssl would write it. */
public record MadeKey(KeyPair pair) {

  public static MadeKey onCurve(String curve) throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("EC");
    generator.initialize(new ECGenParameterSpec(curve));
    return new MadeKey(generator.generateKeyPair());
  }

  public static MadeKey p256() throws GeneralSecurityException {
    return onCurve("secp256r1");
  }

  /** The private key, in PEM. */
  public String pem() {
    var lines = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return "-----BEGIN PRIVATE KEY-----\n%s\n-----END PRIVATE KEY-----\n"
        .formatted(lines.encodeToString(pair.getPrivate().getEncoded()));
  }

  public Path in(Path folder, String name) throws IOException {
    return write(folder.resolve(name), pem(), "rw-------");
  }

  public static Path write(Path file, String text, String mode) throws IOException {
    // As bytes: what is no Unicode is replaced in place of being refused.
    Files.write(file, text.getBytes(StandardCharsets.UTF_8));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }
}
