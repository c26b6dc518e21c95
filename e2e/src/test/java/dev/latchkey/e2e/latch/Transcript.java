package dev.latchkey.e2e.latch;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.terminal.Terminal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * What the commands at one machine have shown, in their order, as a person would scroll it back. A
 * file in {@code src/test/resources/golden/latch} must be the same; {@code
 * -Dlatchkey.golden=rewrite} writes it anew, and a reviewer sees the difference.
 */
final class Transcript {

  private static final String LATE = "What else was signed out is on its way";
  private static final Pattern RECEIPT =
      Pattern.compile(
          "(Two-factor (?:is on|is off|has moved to the new device)\\.\n)(?:What else.*\n|(?:[^$\n].*\n)*?It took <n> ms\\.\n?)");

  private final Path folder;
  private final Masks masks;
  private final List<Part> parts = new ArrayList<>();

  Transcript(Path root, URI url, Path home) {
    folder = root.resolve("e2e/src/test/resources/golden/latch");
    masks = new Masks(url, home);
  }

  /** One command. */
  private record Part(String line, Terminal terminal) {}

  Terminal add(String line, Terminal terminal) {
    parts.add(new Part(line, terminal));
    return terminal;
  }

  void forgetLast() {
    parts.removeLast();
  }

  void clear() {
    parts.clear();
  }

  /** Compares, or rewrites when asked to. */
  void mustBe(String name) {
    var file = folder.resolve(name + ".txt");
    var text = text();
    boolean rewriting = "rewrite".equals(System.getProperty("latchkey.golden"));
    if (rewriting && !text.contains(LATE)) {
      write(file, text);
    } else if (!settled(text, text).equals(settled(read(file), text))) {
      throw new AssertionError(
          "%s is not what latch shows now; -Dlatchkey.golden=rewrite takes it.%n%s%nFile:%n%s"
              .formatted(file, text, read(file)));
    }
  }

  /**
   * On a busy machine a receipt can be late, which the screen then says in its place. What is shown
   * beside it must be the same all the same.
   */
  private static String settled(String text, String shown) {
    return shown.contains(LATE) ? RECEIPT.matcher(text).replaceAll("$1<receipt>\n") : text;
  }

  private String text() {
    return parts.stream().map(this::text).collect(Collectors.joining("\n"));
  }

  private String text(Part part) {
    int code = part.terminal().ends();
    var shown = part.terminal().screen().stripTrailing();
    Masks.tokens(shown).forEach(Known::secret);
    var ending = code == 0 ? "" : "[exit code " + code + "]\n";
    return "$ " + masks.over(part.line() + "\n" + shown).stripTrailing() + "\n" + ending;
  }

  private static String read(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file, UTF_8) : "";
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, String text) {
    try {
      Files.createDirectories(file.resolveSibling("."));
      Files.writeString(file, text, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
