package dev.latchkey.bench.peer;

import de.mkammerer.argon2.Argon2Advanced;
import de.mkammerer.argon2.Argon2Factory;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.commons.math3.stat.StatUtils;

/**
 * The floor: one hash of a password by the reference implementation in C, with nothing around it.
 * It is measured before each scenario, so that it has the same weather.
 */
final class BareHash {

  private static final int TIMES = 12;
  private static final int SALT_BYTES = 16;
  private static final int HASH_BYTES = 32;
  private static final double NANOS_A_MILLI = 1_000_000;

  private final String name;
  private final HashCost cost;
  private final Argon2Advanced argon2 =
      Argon2Factory.createAdvanced(Argon2Factory.Argon2Types.ARGON2id, SALT_BYTES, HASH_BYTES);
  private final List<Double> millis = new ArrayList<>();

  BareHash(String name, HashCost cost) {
    this.name = name;
    this.cost = cost;
    once();
  }

  void measure() {
    for (int i = 0; i < TIMES; i++) {
      millis.add(once());
    }
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
        "%s: Argon2id, %d KiB, %d passes, one lane: %.1f ms of processor time (5 %% to 95 %%: %.1f to %.1f)",
        name,
        cost.memory(),
        cost.iterations(),
        median(),
        StatUtils.percentile(all, 5),
        StatUtils.percentile(all, 95));
  }

  private double once() {
    var threads = ManagementFactory.getThreadMXBean();
    long begin = threads.getCurrentThreadCpuTime();
    var unused =
        argon2.rawHash(
            cost.iterations(),
            cost.memory(),
            1,
            "plenty of words".toCharArray(),
            new byte[SALT_BYTES]);
    return (threads.getCurrentThreadCpuTime() - begin) / NANOS_A_MILLI;
  }
}
