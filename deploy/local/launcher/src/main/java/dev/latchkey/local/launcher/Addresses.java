package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.Door;
import java.util.Map;

/** Where a browser finds the platform's pages. */
final class Addresses {

  private static final String LINES =
      """
      Dashboard: http://127.0.0.1:%d/dashboard
      Outbox:    http://127.0.0.1:%d/ (mails and texts that were not really sent)\
      """;

  private Addresses() {}

  /**
   * What {@code ./dev up} says of them.
   *
   * @param ports as {@code up.json} has them
   */
  static String of(Map<String, Integer> ports) {
    return LINES.formatted(ports.get(Door.GATEWAY.title()), ports.get(Door.SMS.title()));
  }
}
