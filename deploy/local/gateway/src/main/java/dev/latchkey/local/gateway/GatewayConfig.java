package dev.latchkey.local.gateway;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.contracts.endpoint.Owner;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * The gateway's settings, from environment variables.
 *
 * @param host which address it listens on ({@code LATCHKEY_HOST})
 * @param neighbours where the services are ({@code LATCHKEY_GATEWAY_NEIGHBOURS})
 * @param port public port ({@code LATCHKEY_PORT}); 0 takes a free one
 * @param internalPort health ({@code LATCHKEY_GATEWAY_INTERNAL_PORT}); 0 takes a free one
 * @param publicUrl as clients see it ({@code LATCHKEY_PUBLIC_URL})
 * @param edge auth-service's internal base URL ({@code LATCHKEY_AUTH_URL})
 * @param edgeTimeout how long the edge may take ({@code LATCHKEY_EDGE_TIMEOUT_MS})
 * @param serviceKey the gateway's private JWK ({@code LATCHKEY_SERVICE_KEY})
 * @param manifests folder of the routes ({@code LATCHKEY_GATEWAY_MANIFESTS})
 * @param services public ports of the services ({@code LATCHKEY_AUTH_PORT} and so on)
 * @param web port of the pages ({@code LATCHKEY_WEB_PORT})
 */
record GatewayConfig(
    String host,
    Neighbours neighbours,
    int port,
    int internalPort,
    URI publicUrl,
    URI edge,
    Duration edgeTimeout,
    String serviceKey,
    Path manifests,
    Map<Owner, Integer> services,
    int web) {

  static final String LOOPBACK = "127.0.0.1";

  /** Where the services are. */
  enum Neighbours {
    /** On this machine, each at a port of its own. */
    LOOPBACK,
    /** Each on a machine of its own that has the service's name, as containers have. */
    NAMED
  }

  GatewayConfig {
    services = Map.copyOf(services);
  }

  /** Reads the environment; fails with the name of a variable that is missing or no number. */
  static GatewayConfig from(Map<String, String> environment) {
    int port = number(environment, "LATCHKEY_PORT", 8080);
    return new GatewayConfig(
        environment.getOrDefault("LATCHKEY_HOST", LOOPBACK),
        Neighbours.valueOf(environment.getOrDefault("LATCHKEY_GATEWAY_NEIGHBOURS", "LOOPBACK")),
        port,
        number(environment, "LATCHKEY_GATEWAY_INTERNAL_PORT", 9180),
        URI.create(
            environment.getOrDefault("LATCHKEY_PUBLIC_URL", "http://" + LOOPBACK + ":" + port)),
        URI.create(environment.getOrDefault("LATCHKEY_AUTH_URL", "http://" + LOOPBACK + ":9181")),
        Duration.ofMillis(number(environment, "LATCHKEY_EDGE_TIMEOUT_MS", 1000)),
        required(environment, "LATCHKEY_SERVICE_KEY"),
        Path.of(environment.getOrDefault("LATCHKEY_GATEWAY_MANIFESTS", "deploy/gateway")),
        services(environment),
        number(environment, "LATCHKEY_WEB_PORT", 8185));
  }

  private static Map<Owner, Integer> services(Map<String, String> environment) {
    var ports = new EnumMap<Owner, Integer>(Owner.class);
    for (var owner : Owner.values()) {
      ports.put(
          owner, number(environment, "LATCHKEY_" + owner.name() + "_PORT", 8181 + owner.ordinal()));
    }
    return ports;
  }

  static int number(Map<String, String> environment, String name, int otherwise) {
    var text = environment.get(name);
    try {
      return text == null ? otherwise : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(name + " is not a number", e);
    }
  }

  static String required(Map<String, String> environment, String name) {
    var text = environment.get(name);
    if (text == null || text.isBlank()) {
      throw new IllegalArgumentException(String.format(Locale.ROOT, "%s is missing", name));
    }
    return text;
  }

  /** Where a service is. */
  String host(String service) {
    return switch (neighbours) {
      case LOOPBACK -> LOOPBACK;
      case NAMED -> service;
    };
  }

  int port(String service) {
    if (service.equals(Asker.WEB.caller())) {
      return web;
    }
    for (var owner : Owner.values()) {
      if (owner.service().equals(service)) {
        return services.getOrDefault(owner, 0);
      }
    }
    throw new IllegalArgumentException("a route names the unknown service " + service);
  }

  boolean https() {
    return "https".equals(publicUrl.getScheme());
  }
}
