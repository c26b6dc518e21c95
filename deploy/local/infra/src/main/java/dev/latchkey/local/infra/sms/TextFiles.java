package dev.latchkey.local.infra.sms;

import dev.latchkey.local.infra.store.Directories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Texts as files, {@code <number>/<millis>-<n>.txt}, readable by their owner alone; for Twilio's
 * list also in memory, those of this run.
 */
final class TextFiles {

  private final Path directory;
  private final AtomicLong count = new AtomicLong();
  private final List<KeptText> texts = new CopyOnWriteArrayList<>();

  TextFiles(Path directory) {
    this.directory = directory;
  }

  void keep(KeptText text) throws IOException {
    var folder = Directories.secret(directory.resolve(folder(text.to())));
    // Temporary files are their owner's alone; renamed so that no reader sees half a text.
    var fresh = Files.createTempFile(folder, ".", null);
    Files.writeString(
        fresh,
        "Date: %s%nTo: %s%nFrom: %s%n%n%s%n"
            .formatted(text.created(), text.to(), text.from(), text.body()));
    Files.setPosixFilePermissions(fresh, PosixFilePermissions.fromString("rw-------"));
    Files.move(
        fresh,
        folder.resolve(
            "%d-%d.txt".formatted(text.created().toEpochMilli(), count.incrementAndGet())));
    texts.add(text);
  }

  /** The newest first. */
  List<KeptText> all() {
    return List.copyOf(texts).reversed();
  }

  /** A number in E.164 is a plus and digits: it leads nowhere else. */
  static String folder(String number) {
    return number.replaceAll("[^0-9+]", "_");
  }
}
