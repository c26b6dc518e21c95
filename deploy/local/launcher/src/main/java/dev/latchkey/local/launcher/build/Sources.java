package dev.latchkey.local.launcher.build;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;

/** The files that a program is built from. */
record Sources(Path root, List<Path> files) {

  Sources {
    files = List.copyOf(files);
  }

  static Sources of(Path root, List<Module> modules) throws IOException {
    var files = new ArrayList<Path>();
    files.add(root.resolve("pom.xml"));
    for (var module : modules) {
      var folder = root.resolve(module.path());
      files.add(folder.resolve("pom.xml"));
      var main = folder.resolve("src/main");
      if (Files.isDirectory(main)) {
        try (var walk = Files.walk(main)) {
          walk.filter(Files::isRegularFile).forEach(files::add);
        }
      }
    }
    files.sort(Comparator.naturalOrder());
    return new Sources(root, files);
  }

  /** Changes with any file, with where the project is, and with the JDK. */
  String fingerprint() throws IOException {
    var digest = sha256();
    digest.update((root + "\n" + System.getProperty("java.vm.version") + "\n").getBytes(UTF_8));
    for (var file : files) {
      digest.update((root.relativize(file) + "\n").getBytes(UTF_8));
      digest.update(sha256().digest(Files.readAllBytes(file)));
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** True when all of them are older than the file. */
  boolean olderThan(Path product) throws IOException {
    if (!Files.exists(product)) {
      return false;
    }
    var built = Files.getLastModifiedTime(product);
    for (var file : files) {
      FileTime changed = Files.getLastModifiedTime(file);
      if (changed.compareTo(built) >= 0) {
        return false;
      }
    }
    return true;
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
