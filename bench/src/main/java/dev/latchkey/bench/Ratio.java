package dev.latchkey.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * How many times the first one the second one costs, with a 95 % interval: percentiles of the
 * geometric mean of pairs, drawn again and again (bootstrap). Pairs are neighbours in time, so that
 * what slows the machine down for a while slows both down.
 */
public record Ratio(double estimate, double low, double high) {

  private static final int DRAWS = 10_000;
  private static final int SEED = 95;
  private static final double TAIL = 0.025;

  /** Of pairs of costs. */
  public static Ratio of(List<double[]> pairs) {
    var logs = pairs.stream().mapToDouble(pair -> Math.log(pair[1] / pair[0])).toArray();
    var random = new Random(SEED);
    var means = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      means[draw] = random.ints(logs.length, 0, logs.length).mapToDouble(i -> logs[i]).sum();
      means[draw] /= logs.length;
    }
    Arrays.sort(means);
    return new Ratio(
        Math.exp(Arrays.stream(logs).average().orElse(Double.NaN)),
        Math.exp(means[(int) (DRAWS * TAIL)]),
        Math.exp(means[(int) (DRAWS * (1 - TAIL))]));
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%.3f (95 %%: %.3f to %.3f)", estimate, low, high);
  }
}
