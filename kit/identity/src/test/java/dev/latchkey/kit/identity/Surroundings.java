package dev.latchkey.kit.identity;

import dev.latchkey.kit.identity.jose.JwksServer;
import dev.latchkey.kit.identity.jose.TestKey;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jspecify.annotations.Nullable;

/** What stands around the application under test: the edge's JWKS and the callers' keys. */
public class Surroundings implements QuarkusTestResourceLifecycleManager {

  private @Nullable JwksServer server;

  @Override
  public Map<String, String> start() {
    var edge = TestKey.named("edge-1");
    var self = TestKey.named("auth-service");
    var mfa = TestKey.named("mfa-service");
    var next = TestKey.named("mfa-service.2");
    var gateway = TestKey.named("gateway");
    try {
      var started = new JwksServer(TestKey.jwks(edge));
      server = started;
      return Map.of(
          "mp.jwt.verify.publickey.location", started.url() + "/jwks.json",
          "latchkey.internal.port", Integer.toString(freePort()),
          "test.jwks", started.url(),
          "test.edge", edge.secretJson(),
          "test.mfa", mfa.secretJson(),
          "test.mfa.next", next.secretJson(),
          "test.gateway", gateway.secretJson(),
          "latchkey.service.key", self.secretJson(),
          "latchkey.service.callers", TestKey.jwks(self, mfa, next, gateway));
    } catch (IOException failure) {
      throw new AssertionError(failure);
    }
  }

  @Override
  public void stop() {
    if (server != null) {
      server.close();
    }
  }

  private static int freePort() throws IOException {
    try (var socket = new ServerSocket(0)) {
      return socket.getLocalPort();
    }
  }

  static TestKey key(String name) {
    return TestKey.of(value("test." + name));
  }

  static String value(String name) {
    return ConfigProvider.getConfig().getValue(name, String.class);
  }
}
