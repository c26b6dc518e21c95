package dev.latchkey.notification;

import dev.latchkey.kit.testkit.RealStores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** What arrived at an address. */
public record Mailbox(String address) {

  /** The raw mails, oldest first. */
  public List<String> mails() {
    var folder = RealStores.mailFolder().resolve(address);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .sorted()
          .map(Mailbox::text)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
