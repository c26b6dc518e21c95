package dev.latchkey.bench.scale;

import dev.latchkey.bench.CpuTime;
import dev.latchkey.bench.Ratio;
import dev.latchkey.bench.scale.TwoSizes.Size;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/**
 * Processor time of one look-up among few and among many, in many short rounds by turns. One
 * process with its compiled code and its connections looks up in both: two processes differ by more
 * than the sizes do.
 */
final class Rounds {

  private static final int AT_ONCE = 3;
  private static final double NANOS_A_MICRO = 1000;

  /** The aim: the interval's upper end lies below. */
  private static final double AIM = 1.10;

  @Option(names = "--pairs", description = "Of rounds. Default: ${DEFAULT-VALUE}.")
  private int pairs = 40;

  @Option(names = "--look-ups", description = "In each round. Default: ${DEFAULT-VALUE}.")
  private int lookUps = 500;

  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * Measures and reports.
   *
   * @param tokens looked up by turns
   * @param found false when a token was not found
   * @return whether the aim is met and every token was found
   */
  boolean met(TwoSizes sizes, List<String> tokens, Predicate<String> found)
      throws SQLException, InterruptedException, ExecutionException {
    var costs = new ArrayList<double[]>();
    for (int pair = -pairs / 4; pair < pairs; pair++) {
      // ABBA: what changes slowly falls on both alike.
      boolean smallFirst = pair % 2 == 0;
      var first = cost(sizes, smallFirst ? Size.SMALL : Size.LARGE, tokens, found);
      var second = cost(sizes, smallFirst ? Size.LARGE : Size.SMALL, tokens, found);
      if (pair >= 0) {
        costs.add(smallFirst ? new double[] {first, second} : new double[] {second, first});
      }
      System.err.printf("\r%d of %d pairs ", Math.max(0, pair + 1), pairs);
    }
    System.err.println();
    var ratio = Ratio.of(costs);
    report(sizes, costs, ratio);
    return failed.get() == 0 && ratio.high() < AIM;
  }

  /** Microseconds of processor time a look-up. */
  private double cost(TwoSizes sizes, Size size, List<String> tokens, Predicate<String> found)
      throws SQLException, InterruptedException, ExecutionException {
    sizes.show(size);
    // Connections plan anew for the table that is there now.
    lookUp(tokens, found, lookUps / 4);
    var processes = sizes.processes();
    var before = CpuTime.of(processes);
    lookUp(tokens, found, lookUps);
    return CpuTime.of(processes).since(before) / NANOS_A_MICRO / lookUps;
  }

  /** A look-up that throws ends it all. */
  private void lookUp(List<String> tokens, Predicate<String> found, int times)
      throws InterruptedException, ExecutionException {
    var left = new AtomicInteger(times);
    Runnable client =
        () -> {
          while (left.getAndDecrement() > 0) {
            if (!found.test(tokens.get(Math.floorMod(turn.getAndIncrement(), tokens.size())))) {
              failed.incrementAndGet();
            }
          }
        };
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var each : Stream.generate(() -> hands.submit(client)).limit(AT_ONCE).toList()) {
        each.get();
      }
    }
  }

  private void report(TwoSizes sizes, List<double[]> costs, Ratio ratio) throws SQLException {
    System.out.printf(
        Locale.ROOT,
        "%d pairs of rounds of %d look-ups, %d processors%n%n",
        pairs,
        lookUps,
        Runtime.getRuntime().availableProcessors());
    for (var size : Size.values()) {
      System.out.printf(
          Locale.ROOT,
          "%,9d there  %6.0f us of processor time a look-up%n",
          sizes.count(size),
          costs.stream().mapToDouble(pair -> pair[size.ordinal()]).average().orElse(Double.NaN));
    }
    System.out.printf(
        "%nratio %s%n%s%n",
        ratio,
        failed.get() == 0 ? "Every look-up found its token." : failed.get() + " LOOK-UPS FAILED.");
  }
}
