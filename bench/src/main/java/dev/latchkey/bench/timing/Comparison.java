package dev.latchkey.bench.timing;

import java.util.Locale;
import java.util.Random;
import org.apache.commons.math3.stat.StatUtils;

/**
 * How far apart two kinds of answers are.
 *
 * @param difference of the medians, the second less the first, in milliseconds
 * @param low of the 95 % interval of that: percentiles over samples drawn again (bootstrap)
 * @param high of it
 */
record Comparison(
    Question first, Question second, double difference, double low, double high, RankSum ranks) {

  static final String HEAD =
      "| compared | difference of medians ms | 95 % interval | rank-sum p | second one slower |\n"
          + "|---|---|---|---|---|";

  private static final int DRAWS = 2_000;
  private static final int SEED = 95;
  private static final double TAIL = 2.5;
  private static final double MEDIAN = 50;

  static Comparison of(Samples samples, Question first, Question second) {
    var one = samples.of(first);
    var other = samples.of(second);
    var random = new Random(SEED);
    var differences = new double[DRAWS];
    for (int draw = 0; draw < DRAWS; draw++) {
      differences[draw] = median(again(other, random)) - median(again(one, random));
    }
    return new Comparison(
        first,
        second,
        median(other) - median(one),
        StatUtils.percentile(differences, TAIL),
        StatUtils.percentile(differences, 100 - TAIL),
        RankSum.of(one, other));
  }

  boolean closerThan(double millis) {
    return Math.abs(difference) < millis;
  }

  /**
   * The two are answered differently, so whoever asks need not take the time to tell them apart.
   */
  boolean toldByTheAnswer() {
    return !first.id().equals(second.id());
  }

  private static double[] again(double[] samples, Random random) {
    return random.ints(samples.length, 0, samples.length).mapToDouble(i -> samples[i]).toArray();
  }

  private static double median(double[] samples) {
    return StatUtils.percentile(samples, MEDIAN);
  }

  /** A line of a table. */
  String row() {
    return String.format(
        Locale.ROOT,
        "| %s, and %s | %+.2f | %+.2f to %+.2f | %.3f | %.1f %% |",
        first.text(),
        second.text(),
        difference,
        low,
        high,
        ranks.p(),
        100 * ranks.superiority());
  }
}
