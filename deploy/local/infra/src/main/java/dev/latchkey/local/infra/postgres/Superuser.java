package dev.latchkey.local.infra.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** PostgreSQL's superuser, whose password is random and kept beside the data. */
record Superuser(Path passwordFile) {

  static final String NAME = "postgres";

  private static final int BYTES = 20;

  /** Makes a password unless an earlier start did. */
  static Superuser in(Path directory) throws IOException {
    var file = directory.resolve("postgres.superuser");
    if (!Files.exists(file)) {
      var password = new byte[BYTES];
      new SecureRandom().nextBytes(password);
      var fresh = Files.createTempFile(directory, "superuser", null);
      Files.writeString(fresh, HexFormat.of().formatHex(password));
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, file);
    }
    return new Superuser(file);
  }

  String password() throws IOException {
    return Files.readString(passwordFile).strip();
  }

  @Override
  public String toString() {
    return "Superuser[redacted]";
  }
}
