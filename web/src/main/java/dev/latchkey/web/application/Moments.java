package dev.latchkey.web.application;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times for people to read. They are in UTC and say so: the server doesn't know where one is. */
@TemplateExtension(namespace = "moment")
final class Moments {

  private static final DateTimeFormatter DAY = form("d MMM uuuu");
  private static final DateTimeFormatter MINUTE = form("d MMM uuuu, HH:mm 'UTC'");

  private Moments() {}

  /** {@code 28 Nov 2026}. */
  static String day(Instant time) {
    return DAY.format(time);
  }

  /** {@code 28 Nov 2026, 08:52 UTC}. */
  static String minute(Instant time) {
    return MINUTE.format(time);
  }

  private static DateTimeFormatter form(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).withZone(ZoneOffset.UTC);
  }
}
