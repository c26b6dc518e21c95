package dev.latchkey.web.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * Times as pages show them, in UTC: a page knows nothing of its reader's clock. Templates write
 * them with {@code {#moment at=… /}}.
 */
@TemplateExtension
public final class Moments {

  private static final DateTimeFormatter MINUTE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Moments() {}

  /** {@code 28 Nov 2026, 08:57 UTC}. */
  public static String minute(Instant time) {
    return MINUTE.format(time);
  }

  /** {@code 28 Nov 2026}. */
  public static String day(Instant time) {
    return DAY.format(time);
  }

  /** For {@code datetime}, which has no more than three digits after the second. */
  public static String iso(Instant time) {
    return time.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
