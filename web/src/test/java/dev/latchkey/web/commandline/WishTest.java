package dev.latchkey.web.commandline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.web.commandline.CommandLineApi.Login;
import dev.latchkey.web.page.Fault;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WishTest {

  @Test
  void only_a_wish_that_waits_can_be_decided() {
    assertThat(wish("waiting", 540).waiting()).isTrue();
    assertThat(wish("denied", 540).waiting()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"approved", "finishing", "finished"})
  void whoever_approved_is_told_so_however_far_the_terminal_is(String state) {
    assertThat(wish(state, 540).approved()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"600,10", "599,10", "61,2", "60,1", "1,1"})
  void the_minute_that_has_begun_counts(long seconds, long minutes) {
    assertThat(wish("waiting", seconds).minutesLeft()).isEqualTo(minutes);
  }

  private static Wish wish(String state, long expiresIn) {
    var login =
        new Login(
            "7ZQ2M0V9K4T1XBDC8WHR-K7Q2MX",
            "K7Q2MX",
            "laptop",
            "latch",
            "192.0.2.7",
            state,
            Instant.EPOCH,
            expiresIn);
    return new Wish(login, false, Fault.NONE);
  }
}
