package dev.latchkey.bench.peer;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.latchkey.bench.hash.HashCost;
import dev.latchkey.bench.hash.HashLibrary;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The floor: a hash of a password by a library in C, with nothing around it. It is measured before
 * each scenario, so that it has the same weather, and as many at once as there are clients that
 * sign in: processors that share a core slow each other down.
 */
final class BareHash {

  private static final int TIMES = 12;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final byte[] PASSWORD = "plenty of words".getBytes(US_ASCII);
  private static final double NANOS_A_MILLI = 1_000_000;

  private final String name;
  private final HashCost cost;
  private final HashLibrary.Hash library;
  private final List<Double> millis = new ArrayList<>();

  BareHash(String name, HashCost cost, HashLibrary library) {
    this.name = name + ", " + library.title();
    this.cost = cost;
    this.library = library.open();
    once();
  }

  void measure() throws InterruptedException, ExecutionException {
    Callable<List<Double>> hand = this::some;
    try (var hands = Executors.newFixedThreadPool(Match.HASHING)) {
      for (var some : hands.invokeAll(Collections.nCopies(Match.HASHING, hand))) {
        millis.addAll(some.get());
      }
    }
  }

  private List<Double> some() {
    return Stream.generate(this::once).limit(TIMES).toList();
  }

  /** Milliseconds of processor time. */
  double median() {
    return StatUtils.percentile(millis.stream().mapToDouble(one -> one).toArray(), 50);
  }

  @Override
  public String toString() {
    var all = millis.stream().mapToDouble(one -> one).toArray();
    return String.format(
        Locale.ROOT,
        "%s: Argon2id, %d KiB, %d passes, one lane, %d at once: %.1f ms of processor time (5 %% to 95 %%: %.1f to %.1f)",
        name,
        cost.memory(),
        cost.iterations(),
        Match.HASHING,
        median(),
        StatUtils.percentile(all, 5),
        StatUtils.percentile(all, 95));
  }

  private double once() {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    int error = library.make(cost, PASSWORD, new byte[SALT_BYTES], new byte[HASH_BYTES]);
    if (error != 0) {
      throw new IllegalStateException(name + " answers " + error);
    }
    return (threads.getCurrentThreadCpuTime() - begin) / NANOS_A_MILLI;
  }
}
