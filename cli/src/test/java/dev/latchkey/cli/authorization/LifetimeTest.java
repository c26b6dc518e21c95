package dev.latchkey.cli.authorization;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LifetimeTest {

  private static final Clock NOON = at("2026-11-21T12:00:00Z", "UTC");

  private static Clock at(String time, String zone) {
    return Clock.fixed(Instant.parse(time), ZoneId.of(zone));
  }

  @ParameterizedTest
  @CsvSource({
    "3600, PT1H",
    "1, PT1S",
    "45s, PT45S",
    "15m, PT15M",
    "12h, PT12H",
    "90d, P90D",
    "2w, P14D",
    "90D, P90D",
    "' 90d ', P90D",
    "007, PT7S",
    "P90D, P90D",
    "p90d, P90D",
    "PT36H, PT36H",
    "P1DT12H, PT36H",
    "PT1.9S, PT1S",
    "999999999w, P6999999993D"
  })
  void a_length_is_read_in_every_form_that_people_write(String typed, Duration length) {
    var seconds = Lifetime.seconds(typed, NOON);

    assertThat(seconds).contains(length.toSeconds());
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:01Z, PT1S",
    "2026-11-21t12:30:00z, PT30M",
    "2026-11-21T14:00:00+01:00, PT1H",
    "2026-11-21T07:00:00-05:30, PT30M",
    "2026-11-22T12:00Z, P1D",
    "2026-11-21T12:00:01.999Z, PT1S"
  })
  void a_time_with_its_zone_is_that_moment(String typed, Duration length) {
    var seconds = Lifetime.seconds(typed, NOON);

    assertThat(seconds).contains(length.toSeconds());
  }

  /**
   * Clocks go back on 2026-10-25 in Berlin, and forward on 2026-03-29; Samoa had no 30th at all.
   */
  @ParameterizedTest
  @CsvSource({
    "2026-11-21T12:00:00Z, UTC, 2026-11-21, PT12H",
    "2026-11-21T12:00:00Z, UTC, 2026-11-22, PT36H",
    "2026-11-21T12:00:00Z, UTC, 2027-01-31, P71DT12H",
    "2026-10-24T22:00:00Z, Europe/Berlin, 2026-10-25, PT25H",
    "2026-03-28T23:00:00Z, Europe/Berlin, 2026-03-29, PT23H",
    "2026-10-25T00:30:00Z, Europe/Berlin, 2026-10-25, PT22H30M",
    "2026-11-21T12:00:00Z, America/New_York, 2026-11-21, PT17H",
    "2026-11-21T12:00:00Z, Pacific/Kiritimati, 2026-11-22, PT22H",
    "2011-12-30T08:00:00Z, Pacific/Apia, 2011-12-29, PT2H",
    "2028-02-28T00:00:00Z, UTC, 2028-02-29, P2D"
  })
  void a_date_is_to_its_end_where_the_person_is(
      String now, String zone, String typed, Duration length) {
    var seconds = Lifetime.seconds(typed, at(now, zone));

    assertThat(seconds).contains(length.toSeconds());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0d",
        "000",
        "PT0S",
        "PT0.9S",
        "-1",
        "-90d",
        "P-1D",
        "-P1D",
        "2026-11-20",
        "1999-01-01",
        "2026-11-21T12:00:00Z",
        "2026-11-21T11:59:59Z",
        "2026-11-21T12:59:59+01:00"
      })
  void what_is_over_already_is_no_lifetime(String typed) {
    var seconds = Lifetime.seconds(typed, NOON);

    assertThat(seconds).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "d",
        "90 d",
        "90days",
        "1.5h",
        "9999999999",
        "1e3",
        "٣d",
        "９０d",
        "P",
        "PT",
        "P1Y",
        "P3M",
        "P99999999999999999999D",
        "PT99999999999999999999999S",
        "tomorrow",
        "2027-1-31",
        "2027-02-29",
        "2027-13-01",
        "31.01.2027",
        "+999999999-12-31",
        "+1000000000-01-01",
        "2027-01-31T12:00:00",
        "2027-01-31T25:00:00Z",
        "T",
        "\u0000"
      })
  void what_cannot_be_read_is_no_lifetime(String typed) {
    var seconds = Lifetime.seconds(typed, NOON);

    assertThat(seconds).isEmpty();
  }

  @Test
  void no_text_at_all_breaks_it_or_gives_a_time_that_is_over() {
    var random = new Random(20_261_121);
    var letters = "0123456789smhdwPTDHMSWZ+-:. ü٣\u0000";
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int length = random.nextInt(24); length > 0; length--) {
        text.append(letters.charAt(random.nextInt(letters.length())));
      }
      var typed = text.toString();

      assertThatCode(() -> assertThat(Lifetime.seconds(typed, NOON).orElse(1L)).isPositive())
          .as(typed)
          .doesNotThrowAnyException();
    }
  }
}
