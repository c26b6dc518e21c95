package dev.latchkey.cli.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A time that the platform gave, in the words of whoever reads it: their own zone. */
public final class Moment {

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("uuuu-MM-dd", Locale.ROOT).withZone(ZoneId.systemDefault());
  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.systemDefault());

  private final @Nullable Instant time;

  private Moment(@Nullable Instant time) {
    this.time = time;
  }

  /** Of an RFC 3339 text; of nothing where there is none. */
  public static Moment of(JsonNode text) {
    try {
      return new Moment(text.isTextual() ? Instant.parse(text.asText()) : null);
    } catch (DateTimeException notOne) {
      return new Moment(null);
    }
  }

  /** So many seconds from then; of nothing for a null. */
  public static Moment in(JsonNode seconds, Instant from) {
    try {
      return new Moment(seconds.isNumber() ? from.plusSeconds(seconds.asLong()) : null);
    } catch (DateTimeException | ArithmeticException never) {
      return new Moment(null);
    }
  }

  public String day() {
    return time == null ? "" : DAY.format(time);
  }

  public String minute() {
    return time == null ? "" : MINUTE.format(time);
  }

  /** As one reads a list: {@code just now}, {@code 5 min ago}, {@code 3 h ago}, then the day. */
  public String ago(Instant now) {
    if (time == null) {
      return "";
    }
    var age = Duration.between(time, now);
    if (age.toMinutes() < 1) {
      return "just now";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min ago";
    }
    return age.toDays() < 1 ? age.toHours() + " h ago" : day();
  }
}
