package dev.latchkey.e2e;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * What is tried of many kinds, each some seconds long: in CI a few by the seed, so that each gets
 * its turn over the days; by option all of them, so many rounds.
 *
 * @param <T> a kind
 * @param round counted from 1
 */
public record Drawn<T>(T kind, int round) {

  /** What replays a run, {@code latchkey.e2e.seed}; otherwise another one each time. */
  public static final long SEED = Long.getLong("latchkey.e2e.seed", System.nanoTime());

  /**
   * The first round of each kind, then the second: a run that is broken off has had them all.
   *
   * @param rounds of each kind; 0 for one of a few kinds
   */
  public static <T> List<Drawn<T>> of(List<T> kinds, int rounds, int few) {
    var order = new ArrayList<>(kinds);
    if (rounds == 0) {
      Collections.shuffle(order, new Random(SEED));
    }
    var chosen = order.subList(0, rounds == 0 ? Math.min(few, order.size()) : order.size());
    return IntStream.rangeClosed(1, Math.max(1, rounds))
        .boxed()
        .flatMap(round -> chosen.stream().map(kind -> new Drawn<>(kind, round)))
        .toList();
  }
}
