package dev.latchkey.local.launcher.supply;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** What is shipped: the files of each service, of web and of latch, with their SHA-256. */
final class Artefacts {

  private final Map<String, String> sums;

  private Artefacts(Map<String, String> sums) {
    this.sums = sums;
  }

  /** The modules that they are built from. */
  static List<String> modules() {
    return Stream.concat(
            Stream.of(Owner.values()).map(Owner::service), Stream.of(Asker.WEB.caller(), "cli"))
        .toList();
  }

  /** Those that were built in a tree. */
  static Artefacts in(Path root) throws IOException {
    var sums = new TreeMap<String, String>();
    for (var module : modules()) {
      var folder = root.resolve(module).resolve("target").resolve(folder(module));
      try (var walk = Files.walk(folder)) {
        for (var file : walk.filter(Files::isRegularFile).toList()) {
          sums.put(root.relativize(file).toString(), sum(Files.readAllBytes(file)));
        }
      }
    }
    return new Artefacts(sums);
  }

  private static String folder(String module) {
    return module.equals("cli") ? "latch" : "quarkus-app";
  }

  int size() {
    return sums.size();
  }

  /** The files that are not in both, or not the same. */
  List<String> differences(Artefacts other) {
    var all = new TreeSet<>(sums.keySet());
    all.addAll(other.sums.keySet());
    var differing = new ArrayList<String>();
    for (var file : all) {
      if (!sums.getOrDefault(file, "").equals(other.sums.getOrDefault(file, ""))) {
        differing.add(file);
      }
    }
    return differing;
  }

  /** As {@code sha256sum} writes and checks them. */
  String list() {
    var list = new StringBuilder();
    sums.forEach((file, sum) -> list.append(sum).append("  ").append(file).append('\n'));
    return list.toString();
  }

  static String sum(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
