package dev.latchkey.notification.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class BackoffTest {

  @Test
  void the_wait_doubles_up_to_a_minute() {
    assertThat(Backoff.after(1)).isEqualTo(Duration.ofSeconds(1));
    assertThat(Backoff.after(2)).isEqualTo(Duration.ofSeconds(2));
    assertThat(Backoff.after(6)).isEqualTo(Duration.ofSeconds(32));
    assertThat(Backoff.after(7)).isEqualTo(Duration.ofMinutes(1));
    assertThat(Backoff.after(10_000)).isEqualTo(Duration.ofMinutes(1));
  }
}
