package dev.latchkey.web.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.web.twofactor.TwoFactorApi.State;
import org.junit.jupiter.api.Test;

class TwoFactorStateTest {

  @Test
  void three_codes_are_few_and_four_are_not() {
    assertThat(new State(true, null, 3, null).fewCodes()).isTrue();
    assertThat(new State(true, null, 4, null).fewCodes()).isFalse();
  }

  @Test
  void nobody_is_warned_of_codes_while_two_factor_is_off() {
    assertThat(new State(false, null, 0, null).fewCodes()).isFalse();
  }
}
