package dev.latchkey.contracts.endpoint;

import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Programs with a service key that are no service of the house: each may ask one internal endpoint,
 * or none. Their keys lie where ours do not, or where a browser's requests arrive, so such a key
 * opens nothing else; and nobody else asks what is theirs.
 */
public enum Outpost {
  /** The sshd of a git server asks whose a key is. */
  GIT("git", "/internal/authorized-keys"),

  /** The pages: a client of the public API, whose key says whose address a request has. */
  WEB("web", null);

  private final String caller;
  private final @Nullable String path;

  Outpost(String caller, @Nullable String path) {
    this.caller = caller;
    this.path = path;
  }

  /** Its name in a service credential. */
  public String caller() {
    return caller;
  }

  /** The one path that it may ask, if there is one. */
  public Optional<String> path() {
    return Optional.ofNullable(path);
  }

  /** The outpost with that name; nothing for a service of the house. */
  public static Optional<Outpost> named(String caller) {
    return Stream.of(values()).filter(outpost -> outpost.caller.equals(caller)).findFirst();
  }

  /** The outpost whose path that is, or below. */
  public static Optional<Outpost> at(String path) {
    return Stream.of(values())
        .filter(outpost ->
            outpost
                .path()
                .filter(own -> path.equals(own) || path.startsWith(own + "/"))
                .isPresent())
        .findFirst();
  }
}
