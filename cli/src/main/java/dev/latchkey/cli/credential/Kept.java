package dev.latchkey.cli.credential;

import dev.latchkey.cli.platform.PlatformUrl;
import org.jspecify.annotations.Nullable;

/**
 * A sign-in at one platform.
 *
 * @param device what makes this machine a known one at the next sign-in; outlives signing out
 */
public record Kept(
    PlatformUrl platform, String email, Kind kind, String token, @Nullable String device) {

  /** What kind of token it is, which decides what signing out does. */
  public enum Kind {
    /** Made by {@code latch login}: signing out ends it. */
    SESSION,
    /** Made by {@code latch login --browser}: a login authorization; signing out revokes it. */
    LOGIN,
    /** Brought along with {@code --token-stdin} or {@code LATCHKEY_TOKEN}: only forgotten. */
    BROUGHT
  }

  @Override
  public String toString() {
    return "Kept[" + platform + " " + email + " " + kind + "]";
  }
}
