package dev.latchkey.local.gateway;

import java.net.URI;
import java.time.Duration;
import java.util.Map;

/**
 * The voucher's settings, from environment variables named as the services name theirs.
 *
 * @param host which address it listens on ({@code LATCHKEY_HOST})
 * @param port where Envoy asks ({@code LATCHKEY_HTTP_PORT}); 0 takes a free one
 * @param internalPort health ({@code LATCHKEY_INTERNAL_PORT}); 0 takes a free one
 * @param edge auth-service's internal base URL ({@code LATCHKEY_AUTH_URL})
 * @param edgeTimeout how long the edge may take ({@code LATCHKEY_EDGE_TIMEOUT_MS})
 * @param serviceKey the gateway's private JWK ({@code LATCHKEY_SERVICE_KEY})
 */
record VoucherConfig(
    String host, int port, int internalPort, URI edge, Duration edgeTimeout, String serviceKey) {

  /** Reads the environment; fails with the name of a variable that is missing or no number. */
  static VoucherConfig from(Map<String, String> environment) {
    return new VoucherConfig(
        environment.getOrDefault("LATCHKEY_HOST", GatewayConfig.LOOPBACK),
        GatewayConfig.number(environment, "LATCHKEY_HTTP_PORT", 8080),
        GatewayConfig.number(environment, "LATCHKEY_INTERNAL_PORT", 9080),
        URI.create(GatewayConfig.required(environment, "LATCHKEY_AUTH_URL")),
        Duration.ofMillis(GatewayConfig.number(environment, "LATCHKEY_EDGE_TIMEOUT_MS", 1000)),
        GatewayConfig.required(environment, "LATCHKEY_SERVICE_KEY"));
  }
}
