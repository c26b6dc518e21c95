package dev.latchkey.auth.origin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClientNetworkTest {

  @ParameterizedTest
  @CsvSource({
    "2001:db8:1:2::1, 2001:db8:1:2:ffff::9, true",
    "2001:db8:1:2::1, 2001:db8:1:3::1, false",
    "192.0.2.7, 192.0.2.8, false"
  })
  void whoever_has_an_ipv6_address_has_all_that_begin_so(String one, String other, boolean same) {
    assertThat(ClientNetwork.of(one).equals(ClientNetwork.of(other))).isEqualTo(same);
  }

  @Test
  void a_text_that_is_no_address_is_its_own() {
    assertThat(ClientNetwork.of("")).isEmpty();
    assertThat(ClientNetwork.of("a name")).isEqualTo("a name");
  }
}
