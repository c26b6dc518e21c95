package dev.latchkey.token.minting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LifetimeTest {

  private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration MONTH = Duration.ofDays(30);

  @Test
  void an_authorization_lives_as_long_as_was_asked_for() {
    assertThat(Lifetime.end(NOW, HOUR)).isEqualTo(NOW.plus(HOUR));
    assertThat(Lifetime.end(NOW, null)).isNull();
  }

  @Test
  void a_child_never_outlives_its_parent() {
    var parentsEnd = NOW.plus(HOUR);

    assertThat(Lifetime.clamp(NOW.plus(MONTH), parentsEnd)).isEqualTo(parentsEnd);
    assertThat(Lifetime.clamp(null, parentsEnd)).isEqualTo(parentsEnd);
  }

  @Test
  void a_child_may_end_before_its_parent() {
    assertThat(Lifetime.clamp(NOW.plus(HOUR), NOW.plus(MONTH))).isEqualTo(NOW.plus(HOUR));
    assertThat(Lifetime.clamp(NOW.plus(HOUR), null)).isEqualTo(NOW.plus(HOUR));
    assertThat(Lifetime.clamp(null, null)).isNull();
  }

  @Test
  void a_sign_in_always_ends() {
    assertThat(Lifetime.ofSignIn(null, MONTH)).isEqualTo(MONTH);
    assertThat(Lifetime.ofSignIn(Duration.ofDays(365), MONTH)).isEqualTo(MONTH);
    assertThat(Lifetime.ofSignIn(HOUR, MONTH)).isEqualTo(HOUR);
  }
}
