package dev.latchkey.web.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class MomentsTest {

  private static final Instant TIME = Instant.parse("2026-01-02T23:04:05.678Z");

  @Test
  void a_day_is_short() {
    assertThat(Moments.day(TIME)).isEqualTo("2 Jan 2026");
  }

  @Test
  void a_minute_says_its_zone() {
    assertThat(Moments.minute(TIME)).isEqualTo("2 Jan 2026, 23:04 UTC");
  }
}
