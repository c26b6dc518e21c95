package dev.latchkey.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.launcher.house.Ports;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AddressesTest {

  @Test
  void the_dashboard_is_behind_the_gateway_and_the_outbox_with_the_sms_provider() {
    var ports = Ports.from(Map.of("LATCHKEY_PORT_BASE", "21000"));

    assertThat(Addresses.of(ports.byTitle()))
        .contains("http://127.0.0.1:21000/dashboard", "http://127.0.0.1:21035/ ");
  }
}
