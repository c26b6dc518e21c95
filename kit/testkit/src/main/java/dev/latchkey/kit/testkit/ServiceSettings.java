package dev.latchkey.kit.testkit;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/** All the configuration of one service under test: addresses, ports, keys made for this run. */
final class ServiceSettings {

  /** Who may call a service's internal endpoints. */
  static final List<String> CALLERS =
      Stream.concat(
              Stream.of(Asker.values()).map(Asker::caller), Stream.of(ServiceCalls.SECOND_OPERATOR))
          .toList();

  private static final int KEY_BYTES = 32;
  private static final int LOWEST_PORT = 20_000;
  private static final int HIGHEST_PORT = 32_000;

  private ServiceSettings() {}

  /**
   * The settings.
   *
   * @param service {@code auth}, {@code mfa}, {@code token} or {@code notification}
   */
  static Map<String, String> of(String service) {
    var settings = new HashMap<String, String>();
    stores(settings, service);
    ports(settings, service);
    secrets(settings, service);
    return settings;
  }

  private static void stores(Map<String, String> settings, String service) {
    settings.put("LATCHKEY_PG", RealStores.postgres().address());
    settings.put("LATCHKEY_PG_PASSWORD", service);
    settings.put("LATCHKEY_REDIS", "redis://" + RealStores.redis().address());
    settings.put("LATCHKEY_KAFKA", RealStores.kafka().address());
    settings.put("LATCHKEY_SMTP_HOST", "127.0.0.1");
    settings.put("LATCHKEY_SMTP_PORT", String.valueOf(RealStores.mail().port()));
    settings.put("quarkus.datasource.username", service);
    settings.put("quarkus.datasource.password", service);
    settings.put("quarkus.datasource.jdbc.url", RealStores.jdbcUrl(service));
    settings.put(
        "quarkus.datasource.reactive.url",
        "postgresql://%s/%s".formatted(RealStores.postgres().address(), service));
    settings.put("quarkus.redis.hosts", "redis://" + RealStores.redis().address());
    settings.put("kafka.bootstrap.servers", RealStores.kafka().address());
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", String.valueOf(RealStores.mail().port()));
    // Mails go to the mailbox over SMTP and not to the extension's own double.
    settings.put("quarkus.mailer.mock", "false");
  }

  private static void ports(Map<String, String> settings, String service) {
    // Never 0: Micrometer names a server by its configured port, and one with and one without a
    // port in the same process are one meter with two sets of tags, which ends the start.
    int open = JvmWide.get("public-port." + service, Integer.class, () -> freePort());
    settings.put("quarkus.http.test-port", String.valueOf(open));
    settings.put("LATCHKEY_PUBLIC_URL", "http://127.0.0.1:8080");
    int internal = JvmWide.get("internal-port." + service, Integer.class, () -> freePort());
    settings.put("LATCHKEY_INTERNAL_PORT", String.valueOf(internal));
    settings.put("latchkey.internal.port", String.valueOf(internal));
    for (var owner : Owner.values()) {
      var name = owner.service().replace("-service", "");
      int port = name.equals(service) ? internal : OtherServiceStandIn.portOf(owner);
      settings.put(
          "LATCHKEY_" + name.toUpperCase(Locale.ROOT) + "_URL", "http://127.0.0.1:" + port);
    }
  }

  private static void secrets(Map<String, String> settings, String service) {
    for (var ring :
        List.of(
            "latchkey.sealing.columns",
            "latchkey.sealing.messages",
            "latchkey.pepper",
            "latchkey.token-hash")) {
      settings.put(ring + ".current", "test-1");
      settings.put(ring + ".keys.test-1", secret(ring));
      // From before the last rotation: it still opens, and nothing new is made under it.
      settings.put(ring + ".keys.test-0", secret(ring + ".before"));
    }
    settings.put("latchkey.counter-names.key", secret("counter-names"));
    settings.put("latchkey.service.name", service + "-service");
    settings.put("latchkey.service.key", TestKeys.privateJwk(service + "-service"));
    settings.put("latchkey.service.callers", TestKeys.publicKeys(CALLERS));
  }

  private static String secret(String name) {
    return JvmWide.get("secret." + name, String.class, () -> randomSecret());
  }

  private static String randomSecret() {
    var bytes = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static int freePort() {
    // Below the ports of outgoing connections: it is bound only later, by the service.
    for (int port = LOWEST_PORT + new SecureRandom().nextInt(HIGHEST_PORT - LOWEST_PORT);
        port < HIGHEST_PORT + LOWEST_PORT;
        port++) {
      try (var socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
        return socket.getLocalPort();
      } catch (IOException e) {
        // taken: the next one
        continue;
      }
    }
    throw new IllegalStateException("no free port");
  }
}
