package dev.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.ShutdownEvent;
import io.vertx.core.Vertx;
import org.junit.jupiter.api.Test;

class InternalPortTest {

  private static final int CONFIGURED = 9181;

  /** Else {@link Border} tells requests under way that their path is not there. */
  @Test
  void a_configured_port_is_known_before_it_is_open_and_until_the_end() {
    var vertx = Vertx.vertx();
    try {
      var port = new InternalPort(vertx, "127.0.0.1", CONFIGURED);

      assertThat(port.port()).isEqualTo(CONFIGURED);
      port.close(new ShutdownEvent());
      assertThat(port.port()).isEqualTo(CONFIGURED);
    } finally {
      var unused = vertx.close();
    }
  }
}
