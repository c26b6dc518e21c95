package dev.latchkey.bench.timing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RankSumTest {

  @Test
  void what_is_alike_can_not_be_told_apart() {
    var same = IntStream.range(0, 500).asDoubleStream().toArray();

    var ranks = RankSum.of(same, same);

    assertThat(ranks.superiority()).isEqualTo(0.5, within(1e-12));
    assertThat(ranks.p()).isEqualTo(1, within(1e-9));
  }

  @Test
  void what_is_always_slower_is_told_apart() {
    var fast = IntStream.range(0, 100).asDoubleStream().toArray();
    var slow = IntStream.range(100, 200).asDoubleStream().toArray();

    assertThat(RankSum.of(fast, slow).superiority()).isEqualTo(1);
    assertThat(RankSum.of(slow, fast).superiority()).isZero();
    assertThat(RankSum.of(fast, slow).p()).isLessThan(1e-9);
  }

  /** U = 3 of 16 by counting pairs; z = (3 - 8) / sqrt(12). */
  @Test
  void a_small_example_counted_by_hand_has_its_figures() {
    var ranks = RankSum.of(new double[] {19, 22, 16, 29}, new double[] {20, 11, 17, 12});

    assertThat(ranks.superiority()).isEqualTo(3 / 16.0, within(1e-12));
    assertThat(ranks.p()).isEqualTo(0.1489, within(1e-4));
  }

  /** Of small differences 5,000 samples each see what is a tenth of their spread. */
  @Test
  void a_small_shift_shows_in_many_samples_and_not_in_few() {
    assertThat(shifted(5_000).p()).isLessThan(0.01);
    assertThat(shifted(50).p()).isGreaterThan(0.01);
  }

  private static RankSum shifted(int size) {
    var random = new Random(7);
    var one = random.doubles(size).map(unused -> random.nextGaussian()).toArray();
    var other = random.doubles(size).map(unused -> random.nextGaussian() + 0.1).toArray();
    return RankSum.of(one, other);
  }
}
