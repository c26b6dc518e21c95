package dev.latchkey.e2e.secrecy;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import dev.latchkey.e2e.platform.RunningProcess;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.zip.ZipFile;

/** What goes into an image: the packaged programs with the caches of their training runs. */
final class Programs {

  private static final Path LIBRARIES = Path.of("lib", "main");

  private static final int PIECE = 4 << 20;

  /** What stands across the end of a piece is in the next one whole. */
  private static final int OVERLAP = 1024;

  private Programs() {}

  /** The folder of the program that a process runs. */
  static Path of(RunningProcess process) {
    var command = process.command();
    return Path.of(command.get(command.indexOf("-jar") + 1)).resolveSibling("");
  }

  /** Tells every file, with its bytes as characters; of jars every entry. Libraries are others'. */
  static void search(Path program, BiConsumer<String, String> search) {
    try (var files = Files.walk(program)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        var name = file.getFileName().toString();
        if (!name.endsWith(".jar")) {
          inPieces(program.relativize(file).toString(), Files.newInputStream(file), search);
        } else if (!program.relativize(file).startsWith(LIBRARIES)
            || name.startsWith("dev.latchkey.")) {
          entries(file, search);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void entries(Path jar, BiConsumer<String, String> search) throws IOException {
    try (var zip = new ZipFile(jar.toFile())) {
      for (var entry : zip.stream().toList()) {
        inPieces(jar.getFileName() + "!" + entry.getName(), zip.getInputStream(entry), search);
      }
    }
  }

  private static void inPieces(
      String place, InputStream contents, BiConsumer<String, String> search) throws IOException {
    try (contents) {
      var piece = contents.readNBytes(PIECE);
      while (piece.length > 0) {
        search.accept(place, new String(piece, ISO_8859_1));
        var next = contents.readNBytes(PIECE);
        piece = next.length == 0 ? next : joined(piece, next);
      }
    }
  }

  private static byte[] joined(byte[] before, byte[] next) {
    int kept = Math.min(OVERLAP, before.length);
    var both = Arrays.copyOfRange(before, before.length - kept, before.length + next.length);
    System.arraycopy(next, 0, both, kept, next.length);
    return both;
  }
}
