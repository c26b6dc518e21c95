package dev.latchkey.e2e.person;

import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/** A phone whose texts are not really sent: the provider that sends nothing keeps a file each. */
public final class Phone {

  /** What a phone's keyboard offers to type: the last line, bound to a host. */
  private static final Pattern BOUND_CODE = Pattern.compile("@(\\S+) #([0-9]{8})");

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(30));
  private static final int NUMBERS = 10_000;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Path sms;
  private final String number;

  private Phone(Path sms, String number) {
    this.sms = sms;
    this.number = Known.secret(number);
  }

  /**
   * A phone with a number of its own.
   *
   * @param sms where the provider keeps texts
   * @param ending four digits, by which the provider decides what it pretends of the number
   */
  public static Phone withEnding(Path sms, String ending) {
    return new Phone(sms, "+49151" + "%04d".formatted(RANDOM.nextInt(NUMBERS)) + ending);
  }

  /** Another phone, in the same range of numbers. */
  public Phone neighbour(String ending) {
    return new Phone(sms, number.substring(0, number.length() - ending.length()) + ending);
  }

  /** In E.164. */
  public String number() {
    return number;
  }

  /** All texts, the oldest first. */
  public List<String> texts() {
    var folder = sms.resolve(number);
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (var files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".txt"))
          .sorted()
          .map(Phone::read)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text of that place, the first being 1; waits for it. */
  public String text(int place) {
    await()
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .until(() -> texts().size() >= place);
    return texts().get(place - 1);
  }

  /** The code of the text of that place; waits for it. */
  public String code(int place) {
    var found = BOUND_CODE.matcher(text(place));
    if (!found.find()) {
      throw new IllegalStateException("no code in text " + place);
    }
    return Known.secret(found.group(2));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
