package dev.latchkey.local.launcher.people;

import dev.latchkey.local.launcher.house.Installation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** The texts to one number that were not really sent. */
public final class TextBox {

  private static final Pattern CODE = Pattern.compile("#([0-9]{8})$");
  private static final Duration CODE_PATIENCE = Duration.ofSeconds(60);
  private static final int PAUSE_MILLIS = 100;

  private final Path folder;

  /** That of a number; blanks, brackets and hyphens in it do no harm. */
  public TextBox(Installation installation, String number) {
    this.folder = installation.sms().resolve("+" + number.replaceAll("[^0-9]", ""));
  }

  /** All texts, the oldest first. */
  public List<String> texts() throws IOException {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    var texts = new ArrayList<String>();
    try (var files = Files.list(folder)) {
      for (var file :
          files
              .filter(path -> path.toString().endsWith(".txt"))
              .sorted(Comparator.comparing(Path::toString))
              .toList()) {
        texts.add(Files.readString(file).strip());
      }
    }
    return texts;
  }

  /** The same; waits for the first one, which travels through Kafka. */
  public List<String> awaitTexts(Duration patience) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + patience.toNanos();
    var texts = texts();
    while (texts.isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      texts = texts();
    }
    return texts;
  }

  /** The code of the newest text; waits for one beside so many as there were. */
  String codeAfter(int count) throws IOException, InterruptedException {
    long deadline = System.nanoTime() + CODE_PATIENCE.toNanos();
    var texts = texts();
    while (texts.size() <= count) {
      if (System.nanoTime() > deadline) {
        throw new IOException("no text came");
      }
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
      texts = texts();
    }
    var code = CODE.matcher(texts.getLast());
    if (!code.find()) {
      throw new IOException("a text without a code");
    }
    return code.group(1);
  }
}
