package dev.latchkey.contracts.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One row of the table of internal endpoints.
 *
 * @param verb HTTP method; null where the method is somebody else's, as at the edge check
 * @param path template; a part in braces matches any one part, and {@code **} at the end whatever
 *     is below
 * @param owner service that answers
 * @param askers who may ask
 */
public record InternalEndpoint(@Nullable Verb verb, String path, Owner owner, Set<Asker> askers) {

  private static final String BELOW = "**";

  public InternalEndpoint {
    askers = Set.copyOf(askers);
  }

  /** True when the table lets that caller ask here. */
  public boolean lets(Asker asker) {
    return askers.contains(asker);
  }

  boolean matches(Optional<Verb> asked, String actual) {
    if (verb != null && !asked.equals(Optional.of(verb))) {
      return false;
    }
    return path.endsWith(BELOW)
        ? actual.startsWith(path.substring(0, path.length() - BELOW.length()))
        : Endpoint.matches(Endpoint.parts(path), parts(actual));
  }

  private static List<String> parts(String actual) {
    return actual.startsWith("/") ? Endpoint.parts(actual) : List.of();
  }
}
