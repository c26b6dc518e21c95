package dev.latchkey.auth.redis;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;

/** Looks in several places at once, which is one round trip to Redis. */
public final class FirstFound {

  private FirstFound() {}

  /**
   * What the first place in the order has, of those that have something. While no keys are being
   * rotated there is one place.
   */
  public static <T> Uni<Optional<T>> of(List<Uni<Optional<T>>> places) {
    return places.size() == 1
        ? places.getFirst()
        : Uni.join()
            .all(places)
            .andFailFast()
            .map(all -> all.stream().flatMap(Optional::stream).findFirst());
  }
}
