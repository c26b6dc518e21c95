package dev.latchkey.contracts.endpoint;

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
    int free = path.indexOf(path.endsWith(BELOW) ? BELOW : "{");
    if (free < 0) {
      return path.equals(actual);
    }
    // Before it is taken apart: each request between services is looked up, and most rows end here.
    return actual.startsWith(path.substring(0, free))
        && (path.endsWith(BELOW) || Endpoint.matches(Endpoint.parts(path), Endpoint.parts(actual)));
  }
}
