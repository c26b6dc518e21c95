package dev.latchkey.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PortsTest {

  @Test
  void the_usual_ports_are_those_of_the_documents() {
    var ports = Ports.from(Map.of());

    assertThat(ports.of(Door.GATEWAY)).isEqualTo(8080);
    assertThat(ports.of(Door.AUTH)).isEqualTo(8181);
    assertThat(ports.of(Door.NOTIFICATION_INTERNAL)).isEqualTo(9184);
    assertThat(ports.url(Door.GATEWAY)).isEqualTo("http://127.0.0.1:8080");
  }

  @Test
  void every_port_can_be_moved_alone() {
    var environment = new HashMap<String, String>();
    for (var door : Door.values()) {
      environment.put(door.variable(), Integer.toString(30_000 + door.ordinal()));
    }

    var ports = Ports.from(environment);

    assertThat(Door.values())
        .allSatisfy(door -> assertThat(ports.of(door)).isEqualTo(30_000 + door.ordinal()));
  }

  @Test
  void a_base_moves_all_and_a_variable_of_its_own_wins() {
    var ports = Ports.from(Map.of("LATCHKEY_PORT_BASE", "21000", "LATCHKEY_PG_PORT", "5555"));

    assertThat(ports.byTitle().values())
        .filteredOn(port -> port != 5555)
        .allMatch(port -> port >= 21_000 && port < 21_050)
        .doesNotHaveDuplicates();
    assertThat(ports.of(Door.POSTGRES)).isEqualTo(5555);
  }

  @Test
  void two_doors_cannot_share_a_port() {
    assertThatThrownBy(() -> Ports.from(Map.of("LATCHKEY_PORT", "8181")))
        .hasMessage("gateway and auth-service cannot both have port 8181");
  }

  @Test
  void what_is_no_port_is_named() {
    assertThatThrownBy(() -> Ports.from(Map.of("LATCHKEY_KAFKA_PORT", "http")))
        .hasMessage("LATCHKEY_KAFKA_PORT=http is no port");
  }

  @Test
  void a_taken_port_is_named_with_who_has_it() throws IOException {
    try (var socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
      int port = socket.getLocalPort();

      var complaint = Ports.from(Map.of("LATCHKEY_REDIS_PORT", "" + port)).complaint();

      assertThat(complaint.orElseThrow())
          .contains("port " + port + " (redis)")
          .contains("process " + ProcessHandle.current().pid())
          .contains("LATCHKEY_REDIS_PORT");
    }
  }
}
