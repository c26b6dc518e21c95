package dev.latchkey.contracts.endpoint;

import java.util.Optional;
import java.util.stream.Stream;

/**
 * Programs on other machines that may ask one internal endpoint each. Their keys lie where ours do
 * not, so such a key opens nothing else; and nobody else asks what is theirs.
 */
public enum Outpost {
  /** The sshd of a git server asks whose a key is. */
  GIT("git", "/internal/authorized-keys");

  private final String caller;
  private final String path;

  Outpost(String caller, String path) {
    this.caller = caller;
    this.path = path;
  }

  /** Its name in a service credential. */
  public String caller() {
    return caller;
  }

  /** The one path that it may ask. */
  public String path() {
    return path;
  }

  /** The outpost with that name; nothing for a service of the house. */
  public static Optional<Outpost> named(String caller) {
    return Stream.of(values()).filter(outpost -> outpost.caller.equals(caller)).findFirst();
  }

  /** The outpost whose path that is, or below. */
  public static Optional<Outpost> at(String path) {
    return Stream.of(values())
        .filter(outpost -> path.equals(outpost.path) || path.startsWith(outpost.path + "/"))
        .findFirst();
  }
}
