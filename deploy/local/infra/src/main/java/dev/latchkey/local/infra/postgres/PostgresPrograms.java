package dev.latchkey.local.infra.postgres;

import dev.latchkey.local.infra.store.Packaged;
import dev.latchkey.local.infra.store.Platform;
import dev.latchkey.local.infra.store.StoreFailed;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** PostgreSQL's own programs, from the package for this platform. */
record PostgresPrograms(Path folder) {

  /** Major version of the packaged PostgreSQL; data of another one can not be read. */
  static final String MAJOR = "18";

  private static final String VERSION = "18.6";

  static PostgresPrograms unpack(Path programs) throws StoreFailed {
    var platform = Platform.current();
    var cpu = platform.cpu().equals("arm64") ? "arm_64" : "x86_64";
    var resource = "postgres-%s-%s.txz".formatted(platform.os(), cpu);
    return new PostgresPrograms(
        Packaged.unpack(programs, "postgres-" + VERSION, resource, PostgresPrograms::unpack));
  }

  String path(String program) {
    return folder.resolve("bin").resolve(program).toString();
  }

  private static void unpack(Path folder, InputStream resource) throws IOException {
    try (var tar = new TarArchiveInputStream(new XZInputStream(resource))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
          throw new IOException("entry outside of its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
          Files.createDirectories(target);
          continue;
        }
        var parent = target.resolveSibling("").normalize();
        Files.createDirectories(parent);
        if (entry.isSymbolicLink()) {
          Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
          continue;
        }
        Files.copy(tar, target);
        boolean program = parent.endsWith("bin");
        Files.setPosixFilePermissions(
            target, PosixFilePermissions.fromString(program ? "rwxr-xr-x" : "rw-r--r--"));
      }
    }
  }
}
