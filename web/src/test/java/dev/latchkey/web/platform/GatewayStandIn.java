package dev.latchkey.web.platform;

import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.Executors;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/**
 * A gateway that answers what a test tells it, and the configuration that the pages need. The test
 * gets the JDK's server into a field of that type: our own classes are loaded twice.
 */
public final class GatewayStandIn implements QuarkusTestResourceLifecycleManager {

  private static final int KEY_BYTES = 32;

  private final HttpServer server = server();

  @Override
  public Map<String, String> start() {
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.start();
    return Map.of(
        "quarkus.rest-client.gateway.url",
        "http://127.0.0.1:" + server.getAddress().getPort(),
        "latchkey.public-url",
        "http://127.0.0.1:8080",
        "latchkey.web.plain-http",
        "loopback",
        "latchkey.web.form-key",
        secret(),
        "latchkey.web.service-key",
        jwk());
  }

  @Override
  public void inject(TestInjector test) {
    test.injectIntoFields(server, new TestInjector.MatchesType(HttpServer.class));
  }

  @Override
  public void stop() {
    server.stop(0);
  }

  private static HttpServer server() {
    try {
      return HttpServer.create(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String secret() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static String jwk() {
    try {
      return EcJwkGenerator.generateJwk(EllipticCurves.P256)
          .toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
