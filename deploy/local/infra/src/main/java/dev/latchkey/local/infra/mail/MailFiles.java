package dev.latchkey.local.infra.mail;

import dev.latchkey.local.infra.store.Directories;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.atomic.AtomicLong;

/** Mails as files, {@code <address>/<millis>-<n>.eml}, readable by their owner alone. */
final class MailFiles {

  private final Path directory;
  private final AtomicLong count = new AtomicLong();

  MailFiles(Path directory) {
    this.directory = directory;
  }

  void keep(MimeMessage mail, String address) throws MessagingException {
    try {
      var folder = Directories.secret(directory.resolve(folder(address)));
      // Temporary files are their owner's alone; renamed so that no reader sees half a mail.
      var fresh = Files.createTempFile(folder, ".", null);
      try (var file = Files.newOutputStream(fresh)) {
        mail.writeTo(file);
      }
      Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
      Files.move(fresh, folder.resolve(name()));
    } catch (IOException e) {
      throw new MessagingException("can not be kept as a file", e);
    }
  }

  private String name() {
    return "%d-%d.eml".formatted(System.currentTimeMillis(), count.incrementAndGet());
  }

  /** An address may contain slashes and dots: what is unusual becomes an underscore. */
  static String folder(String address) {
    var safe = address.replaceAll("[^A-Za-z0-9@.+_-]", "_").replaceAll("^\\.+", "_");
    return safe.substring(0, Math.min(200, safe.length()));
  }
}
