package dev.latchkey.token.lastuse;

import java.time.Instant;

/**
 * The last use that was noted.
 *
 * @param ip empty where it was not told
 * @param client the first word of the user agent: enough to tell a browser from a script
 */
public record LastUse(Instant at, String ip, String client) {

  private static final int LONGEST = 64;

  /** The part of a user agent that is kept. */
  static String coarse(String agent) {
    int end = agent.indexOf(' ');
    var word = end < 0 ? agent : agent.substring(0, end);
    return word.substring(0, Math.min(LONGEST, word.length()));
  }

  @Override
  public String toString() {
    return "LastUse[" + at + "]";
  }
}
