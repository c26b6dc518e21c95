package dev.latchkey.bench.timing;

import java.util.Arrays;
import java.util.stream.DoubleStream;
import org.apache.commons.math3.distribution.NormalDistribution;
import org.apache.commons.math3.stat.ranking.NaturalRanking;
import org.apache.commons.math3.stat.ranking.TiesStrategy;

/**
 * The test of Mann and Whitney: do samples of one kind tend to be larger than those of the other?
 *
 * @param p how often chance alone makes a difference as large (two-sided, normal approximation)
 * @param superiority how often one of the second kind is larger than one of the first; 0.5 when
 *     nothing can be told
 */
record RankSum(double p, double superiority) {

  static RankSum of(double[] first, double[] second) {
    var both = DoubleStream.concat(Arrays.stream(first), Arrays.stream(second)).toArray();
    var ranks = new NaturalRanking(TiesStrategy.AVERAGE).rank(both);
    double n1 = first.length;
    double n2 = second.length;
    double rankSum = Arrays.stream(ranks, first.length, ranks.length).sum();
    double u = rankSum - n2 * (n2 + 1) / 2;
    double deviation = Math.sqrt(n1 * n2 * (n1 + n2 + 1) / 12);
    double z = (u - n1 * n2 / 2) / deviation;
    var normal = new NormalDistribution(null, 0, 1);
    return new RankSum(2 * normal.cumulativeProbability(-Math.abs(z)), u / (n1 * n2));
  }
}
