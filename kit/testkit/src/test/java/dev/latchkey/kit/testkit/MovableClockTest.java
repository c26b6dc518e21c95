package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class MovableClockTest {

  private final MovableClock clock = new MovableClock();

  @Test
  void it_stands_where_it_was_set_and_moves_when_told() {
    clock.set(Instant.EPOCH);
    clock.advance(Duration.ofSeconds(31));

    assertThat(clock.instant()).isEqualTo(Instant.ofEpochSecond(31));
  }

  @Test
  void it_runs_on_after_an_advance_of_real_time() {
    var before = clock.instant();
    clock.advance(Duration.ofDays(1));

    assertThat(clock.instant()).isAfterOrEqualTo(before.plus(Duration.ofDays(1)));
  }
}
