package dev.latchkey.cli.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class LifetimeFuzzTest {

  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-11-28T12:00:00Z"), ZoneOffset.UTC);

  private static Gen<String> lifetimes() {
    return Hostile.near(
        "90d", "12h", "3600", "P90D", "PT1H", "2027-01-01", "2027-01-01T00:00:00Z", "999999999w");
  }

  @Test
  void any_text_is_a_time_that_is_still_to_come_or_none() {
    Hostile.holds(
        lifetimes(),
        text ->
            Lifetime.seconds(text, CLOCK).ifPresent(seconds -> assertThat(seconds).isPositive()));
  }

  @Test
  void case_and_space_change_nothing() {
    Hostile.holds(
        lifetimes(),
        text -> {
          if (text.chars().allMatch(c -> c < 0x80)) {
            assertThat(Lifetime.seconds(" " + text.toLowerCase(Locale.ROOT) + " ", CLOCK))
                .isEqualTo(Lifetime.seconds(text, CLOCK));
          }
        });
  }
}
