package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Envoy Gateway is told, besides the routes. That it does so is for a cluster to show. */
class DoorTest {

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void the_one_listener_is_https_and_no_older_than_tls_1_2(Overlay overlay) {
    var client = overlay.manifests("ClientTrafficPolicy").getFirst();

    assertThat(overlay.manifest("Gateway", "latchkey").list("/spec/listeners"))
        .hasSize(1)
        .allMatch(listener -> listener.path("protocol").asText().equals("HTTPS"));
    assertThat(client.at("/spec/tls/minVersion").asText()).isEqualTo("1.2");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_answer_says_https_only_and_no_sniffing(Overlay overlay) {
    var client = overlay.manifests("ClientTrafficPolicy").getFirst();
    var set =
        client.list("/spec/headers/lateResponseHeaders/set").stream()
            .collect(
                Collectors.toMap(
                    header -> header.path("name").asText(),
                    header -> header.path("value").asText()));

    assertThat(set)
        .containsEntry("Strict-Transport-Security", "max-age=31536000; includeSubDomains")
        .containsEntry("X-Content-Type-Options", "nosniff");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void bodies_connections_time_and_rate_have_a_bound(Overlay overlay) {
    var client = overlay.manifests("ClientTrafficPolicy").getFirst();
    var backend = overlay.manifests("BackendTrafficPolicy").getFirst();

    assertThat(backend.at("/spec/requestBuffer/limit").asText()).isEqualTo("64Ki");
    assertThat(backend.list("/spec/rateLimit/local/rules"))
        .hasSize(1)
        .allMatch(rule -> rule.at("/limit/requests").asInt() > 0);
    assertThat(client.at("/spec/connection/connectionLimit/value").asInt()).isPositive();
    assertThat(client.at("/spec/timeout/http/requestReceivedTimeout").asText()).isEqualTo("30s");
  }

  /** Envoy has no credential that the edge takes; the voucher has. */
  @ParameterizedTest
  @MethodSource("overlays")
  void who_a_request_is_is_asked_of_the_voucher_and_nobody_passes_unasked(Overlay overlay) {
    var guard = overlay.manifest("SecurityPolicy", "latchkey-edge");
    var voucher = overlay.manifest("Service", "edge-voucher");
    var asked = guard.list("/spec/extAuth/http/backendRefs");

    assertThat(guard.at("/spec/extAuth/failOpen").asBoolean(true)).isFalse();
    assertThat(asked).hasSize(1);
    assertThat(asked.getFirst().path("name").asText()).isEqualTo(voucher.name());
    assertThat(voucher.list("/spec/ports"))
        .anyMatch(port -> port.path("port").equals(asked.getFirst().path("port")));
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_route_leads_to_a_service_that_is_there(Overlay overlay) {
    for (var route : overlay.manifests("HTTPRoute")) {
      for (var rule : route.list("/spec/rules")) {
        var backend = rule.at("/backendRefs/0");
        var service = overlay.manifest("Service", backend.path("name").asText());
        var program = overlay.manifest("Deployment", backend.path("name").asText());

        assertThat(service.at("/spec/selector"))
            .isEqualTo(program.at("/spec/selector/matchLabels"));
        assertThat(service.list("/spec/ports"))
            .anyMatch(port -> port.path("port").equals(backend.path("port")));
      }
    }
  }
}
