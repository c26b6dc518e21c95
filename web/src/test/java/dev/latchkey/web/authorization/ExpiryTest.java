package dev.latchkey.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExpiryTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  @Test
  void never_is_never_whatever_date_is_there() {
    assertThat(Expiry.read("never", "2020-01-01", NOW)).isEqualTo(new Expiry.Never());
  }

  @ParameterizedTest
  @ValueSource(strings = {"30", "90", "365"})
  void a_number_of_days_begins_now(String days) {
    assertThat(Expiry.read(days, "", NOW))
        .isEqualTo(new Expiry.After(Duration.ofDays(Long.parseLong(days))));
  }

  @Test
  void a_date_lasts_to_its_end() {
    assertThat(Expiry.read("date", "2026-11-29", NOW))
        .isEqualTo(new Expiry.After(Duration.ofHours(39)));
  }

  @Test
  void today_still_works_today() {
    assertThat(Expiry.read("date", "2026-11-28", NOW))
        .isEqualTo(new Expiry.After(Duration.ofHours(15)));
  }

  @Test
  void yesterday_is_past() {
    assertThat(Expiry.read("date", "2026-11-27", NOW)).isEqualTo(new Expiry.Past());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "tomorrow", "2026-13-01", "2026-02-30", "28.11.2026"})
  void what_is_no_date_is_asked_for_again(String typed) {
    assertThat(Expiry.read("date", typed, NOW)).isEqualTo(new Expiry.NoDate());
  }

  @ParameterizedTest
  @ValueSource(strings = {"2036-11-27", "9999-12-31"})
  void more_than_the_platform_allows_is_said(String date) {
    assertThat(Expiry.read("date", date, NOW)).isEqualTo(new Expiry.TooFar());
  }

  @Test
  void a_year_beyond_four_digits_breaks_nothing() {
    assertThat(Expiry.read("date", "+999999999-12-31", NOW)).isEqualTo(new Expiry.NoDate());
  }
}
