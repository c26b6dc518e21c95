package dev.latchkey.cli.authorization;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How long an authorization is to live, as people write it: {@code 90d}, {@code 12h}, {@code 2w},
 * {@code 3600} (seconds, as heroku's command line takes them), {@code P90D} (ISO 8601), a date (to
 * its end, in this machine's zone), or a time with its zone (RFC 3339).
 */
final class Lifetime {

  private static final Pattern SHORT = Pattern.compile("(\\d{1,9})([SMHDW]?)");

  private Lifetime() {}

  /** The seconds from now on; empty when it can't be read, or is over already. */
  static Optional<Long> seconds(String text, Clock clock) {
    return length(text.strip().toUpperCase(Locale.ROOT), clock)
        .map(Duration::toSeconds)
        .filter(seconds -> seconds > 0);
  }

  private static Optional<Duration> length(String text, Clock clock) {
    var matcher = SHORT.matcher(text);
    if (matcher.matches()) {
      return Optional.of(unit(matcher.group(2)).multipliedBy(Long.parseLong(matcher.group(1))));
    }
    try {
      return Optional.of(
          text.startsWith("P")
              ? Duration.parse(text)
              : Duration.between(clock.instant(), end(text, clock)));
    } catch (DateTimeException | ArithmeticException unreadable) {
      return Optional.empty();
    }
  }

  private static Duration unit(String letter) {
    return switch (letter) {
      case "M" -> Duration.ofMinutes(1);
      case "H" -> Duration.ofHours(1);
      case "D" -> Duration.ofDays(1);
      case "W" -> Duration.ofDays(7);
      default -> Duration.ofSeconds(1);
    };
  }

  private static Instant end(String text, Clock clock) {
    return text.contains("T")
        ? OffsetDateTime.parse(text).toInstant()
        : LocalDate.parse(text).plusDays(1).atStartOfDay(clock.getZone()).toInstant();
  }
}
