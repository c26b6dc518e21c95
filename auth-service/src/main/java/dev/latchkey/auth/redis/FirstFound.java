package dev.latchkey.auth.redis;

import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Looks in several places, one after the other. While no keys are being rotated there is one. */
public final class FirstFound {

  private FirstFound() {}

  /** What the first place has that has something. */
  public static <P, T> Uni<Optional<T>> of(List<P> places, Function<P, Uni<Optional<T>>> look) {
    return look.apply(places.getFirst())
        .chain(found ->
            found.isPresent() || places.size() == 1
                ? Uni.createFrom().item(found)
                : of(places.subList(1, places.size()), look));
  }
}
