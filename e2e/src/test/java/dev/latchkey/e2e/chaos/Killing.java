package dev.latchkey.e2e.chaos;

import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;

/** {@code kill -9} at any moment; the launcher starts it again. */
final class Killing {

  private static final Duration PATIENCE = Slack.of(Duration.ofSeconds(60));

  private Killing() {}

  static Blow of(Setting setting, Owner owner) {
    var service = setting.platform().service(owner);
    return new Blow() {
      private long killed;

      @Override
      public void strike() {
        killed = service.kill();
      }

      @Override
      public void close() {
        service.awaitRevival(killed);
      }
    };
  }

  static Blow ofGateway(Setting setting) {
    var platform = setting.platform();
    return new Blow() {
      private long killed;

      @Override
      public void strike() {
        var gateway = platform.gateway();
        killed = gateway.pid();
        gateway.kill();
      }

      @Override
      public void close() {
        awaitGateway(platform, killed);
      }
    };
  }

  private static void awaitGateway(Platform platform, long killed) {
    await("the gateway lives again")
        .atMost(PATIENCE)
        .pollInterval(Duration.ofMillis(50))
        .ignoreExceptions()
        .until(() ->
            platform.gateway().pid() != killed
                && platform.api().get("/account").send().status() == 401);
  }
}
