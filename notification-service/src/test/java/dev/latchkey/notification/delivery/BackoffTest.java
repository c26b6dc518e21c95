package dev.latchkey.notification.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class BackoffTest {

  private static final Random CHANCE = new Random(1);

  @Test
  void the_wait_doubles_up_to_a_minute() {
    assertThat(Backoff.after(1, CHANCE)).isBetween(Duration.ofMillis(500), Duration.ofSeconds(1));
    assertThat(Backoff.after(2, CHANCE)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));
    assertThat(Backoff.after(6, CHANCE)).isBetween(Duration.ofSeconds(16), Duration.ofSeconds(32));
    assertThat(Backoff.after(7, CHANCE)).isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
    assertThat(Backoff.after(10_000, CHANCE))
        .isBetween(Duration.ofSeconds(30), Duration.ofMinutes(1));
  }

  @Test
  @Tag("attack-42")
  void what_failed_together_does_not_come_back_together() {
    assertThat(CHANCE.longs(20).mapToObj(any -> Backoff.after(6, CHANCE)).distinct().count())
        .isGreaterThan(10);
  }
}
