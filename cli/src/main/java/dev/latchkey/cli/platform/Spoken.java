package dev.latchkey.cli.platform;

import java.time.Duration;
import java.util.ArrayList;

/** Lengths of time as people say them. */
public final class Spoken {

  private Spoken() {}

  /** At most two units, the smaller one rounded up: {@code 13 minutes and 20 seconds}. */
  public static String of(Duration time) {
    long seconds = Math.max(1, time.toSeconds());
    if (seconds >= Duration.ofDays(1).toSeconds()) {
      return two(seconds, Duration.ofDays(1).toSeconds(), "day", 3600, "hour");
    }
    if (seconds >= 3600) {
      return two(seconds, 3600, "hour", 60, "minute");
    }
    return two(seconds, 60, "minute", 1, "second");
  }

  private static String two(long seconds, long large, String largeName, long small, String name) {
    long units = Math.ceilDiv(seconds, small);
    long perLarge = large / small;
    var words = new ArrayList<String>();
    if (units >= perLarge) {
      words.add(counted(units / perLarge, largeName));
    }
    if (units % perLarge > 0) {
      words.add(counted(units % perLarge, name));
    }
    return String.join(" and ", words);
  }

  /** {@code 1 session}, {@code 3 sessions}. */
  public static String counted(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }
}
