package dev.latchkey.mfa.sms;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SenderNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "192.0.2.1, 192.0.2.255, true",
    "192.0.2.1, 192.0.3.1, false",
    "2001:db8:1::1, 2001:db8:1:ffff::2, true",
    "2001:db8:1::1, 2001:db8:2::1, false",
    "::ffff:192.0.2.1, 192.0.2.7, true"
  })
  void addresses_that_begin_alike_are_one_network(String one, String other, boolean same) {
    assertThat(SenderNetwork.of(one).equals(SenderNetwork.of(other))).isEqualTo(same);
  }

  @Test
  void a_text_that_is_no_address_is_in_none() {
    assertThat(SenderNetwork.of("")).isEmpty();
    assertThat(SenderNetwork.of("a name")).isEmpty();
  }
}
