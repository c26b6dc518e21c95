package dev.latchkey.local.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class DeathsTest {

  private long now = -5;
  private final Deaths deaths = new Deaths(() -> now);

  @Test
  void a_part_that_cannot_stay_up_is_given_up_at_its_sixth_death_within_a_minute() {
    for (int i = 0; i < 5; i++) {
      assertThat(deaths.tooOften("auth-service")).isFalse();
      pass(Duration.ofSeconds(11));
    }

    assertThat(deaths.tooOften("auth-service")).isTrue();
  }

  @Test
  void a_part_that_dies_now_and_then_is_started_for_ever() {
    for (int i = 0; i < 200; i++) {
      assertThat(deaths.tooOften("redis")).isFalse();
      pass(Duration.ofSeconds(13));
    }
  }

  @Test
  void parts_that_die_in_turn_are_not_counted_together() {
    for (int i = 0; i < 5; i++) {
      for (var part : new String[] {"auth-service", "mfa-service", "gateway", "postgres"}) {
        assertThat(deaths.tooOften(part)).isFalse();
        pass(Duration.ofSeconds(1));
      }
    }

    assertThat(deaths.tooOften("gateway")).isTrue();
    assertThat(deaths.tooOften("web")).isFalse();
  }

  private void pass(Duration time) {
    now += time.toNanos();
  }
}
