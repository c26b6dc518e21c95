package dev.latchkey.local.launcher.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Secrets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PartTest {

  @Test
  void the_gateway_is_the_last_that_starts() {
    assertThat(Part.ALL)
        .extracting(Part::name)
        .containsExactly(
            "auth-service",
            "mfa-service",
            "token-service",
            "notification-service",
            "web",
            "gateway");
  }

  @Test
  void web_knows_the_gateway_and_nothing_behind_it(@TempDir Path folder) throws IOException {
    var installation = new Installation(new House(folder), folder);
    var secrets = Secrets.of(installation);
    var ports = Ports.from(Map.of("LATCHKEY_PORT_BASE", "21000"));

    var commands = new Commands(installation, ports, secrets);
    var environment = Part.named("web").orElseThrow().environment().apply(commands);

    assertThat(environment.keySet())
        .containsExactlyInAnyOrder(
            "LATCHKEY_PUBLIC_URL",
            "LATCHKEY_GATEWAY_URL",
            "LATCHKEY_HTTP_PORT",
            "LATCHKEY_INTERNAL_PORT",
            "LATCHKEY_SERVICE_KEY",
            "LATCHKEY_WEB_FORM_KEY",
            "LATCHKEY_WEB_PLAIN_HTTP");
    assertThat(environment)
        .containsEntry("LATCHKEY_GATEWAY_URL", "http://127.0.0.1:21000")
        .containsEntry("LATCHKEY_HTTP_PORT", "21015")
        .containsEntry("LATCHKEY_INTERNAL_PORT", "21025")
        .containsEntry("LATCHKEY_WEB_PLAIN_HTTP", "LOOPBACK");
    assertThat(commands.gatewayEnvironment()).containsEntry("LATCHKEY_WEB_PORT", "21015");
  }
}
