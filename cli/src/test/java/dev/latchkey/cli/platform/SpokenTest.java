package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpokenTest {

  @ParameterizedTest
  @CsvSource({
    "PT-5S, 1 second",
    "PT0S, 1 second",
    "PT0.4S, 1 second",
    "PT1S, 1 second",
    "PT59S, 59 seconds",
    "PT1M, 1 minute",
    "PT1M1S, 1 minute and 1 second",
    "PT13M20S, 13 minutes and 20 seconds",
    "PT59M59S, 59 minutes and 59 seconds",
    "PT1H, 1 hour",
    "PT1H0M1S, 1 hour and 1 minute",
    "PT1H59M59S, 2 hours",
    "PT23H59M1S, 24 hours",
    "P1D, 1 day",
    "P1DT1S, 1 day and 1 hour",
    "P1DT23H1S, 2 days",
    "P90D, 90 days"
  })
  void a_length_has_two_units_at_most_and_is_never_too_short(Duration time, String words) {
    var said = Spoken.of(time);

    assertThat(said).isEqualTo(words);
  }

  @Test
  void things_are_counted_in_the_singular_and_in_the_plural() {
    assertThat(Spoken.counted(0, "session")).isEqualTo("0 sessions");
    assertThat(Spoken.counted(1, "session")).isEqualTo("1 session");
    assertThat(Spoken.counted(3, "session")).isEqualTo("3 sessions");
  }
}
