package dev.latchkey.web.authorization;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/** How long an authorization is to live, as the form offers it. */
sealed interface Expiry {

  /** The choice that comes with a date. */
  String ON_DATE = "date";

  /** What the form offers, in its order. */
  List<String> CHOICES = List.of("never", "30", "90", "365", ON_DATE);

  /** The API takes no more. */
  Duration LONGEST = Duration.ofDays(3650);

  /** Until it is revoked. */
  record Never() implements Expiry {}

  /** For that long. */
  record After(Duration time) implements Expiry {}

  /** No date was given, or it can't be read. */
  record NoDate() implements Expiry {}

  /** The date is over. */
  record Past() implements Expiry {}

  /** The date is further away than the API allows. */
  record TooFar() implements Expiry {}

  /** Reads the choice; {@code date} counts only where a date was chosen. */
  static Expiry read(String choice, String date, Instant now) {
    return switch (choice) {
      case "never" -> new Never();
      case "30", "90", "365" -> new After(Duration.ofDays(Long.parseLong(choice)));
      default -> until(date, now);
    };
  }

  private static Expiry until(String date, Instant now) {
    try {
      // To the day's end: who writes today means that it still works today.
      var end = LocalDate.parse(date).plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
      var left = Duration.between(now, end);
      if (left.toSeconds() <= 0) {
        return new Past();
      }
      return left.compareTo(LONGEST) > 0 ? new TooFar() : new After(left);
    } catch (DateTimeException | ArithmeticException unreadable) {
      // Also a year that no clock reaches.
      return new NoDate();
    }
  }
}
