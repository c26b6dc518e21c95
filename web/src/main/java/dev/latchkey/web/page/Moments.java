package dev.latchkey.web.page;

import io.quarkus.qute.TemplateExtension;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/** Moments in templates: {@code {#moment at=line.createdAt /}}. */
@TemplateExtension
public final class Moments {

  /** In UTC, and says so: the server does not know where the person is. */
  private static final DateTimeFormatter READABLE =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  private Moments() {}

  /** {@code 28 Nov 2026, 08:51 UTC}. */
  public static String readable(Instant moment) {
    return READABLE.format(moment);
  }

  /** For the {@code datetime} of a {@code time} element: machines read it. */
  public static String iso(Instant moment) {
    return moment.truncatedTo(ChronoUnit.SECONDS).toString();
  }
}
