package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who may talk to whom: the arrows of ARCHITECTURE.md and docs/threats, and no other. */
class ArrowsTest {

  private static final Set<String> ARROWS =
      Set.of(
          "gateway -> auth-service:8080",
          "gateway -> mfa-service:8080",
          "gateway -> token-service:8080",
          "gateway -> notification-service:8080",
          "gateway -> web:8080",
          "gateway -> edge-voucher:8080",
          "edge-voucher -> auth-service:9080",
          "auth-service -> mfa-service:9080",
          "auth-service -> token-service:9080",
          "mfa-service -> auth-service:9080",
          "mfa-service -> notification-service:9080",
          "token-service -> auth-service:9080",
          "notification-service -> auth-service:9080",
          "auth-service -> postgres:5432",
          "mfa-service -> postgres:5432",
          "token-service -> postgres:5432",
          "notification-service -> postgres:5432",
          "auth-service -> kafka:9093",
          "mfa-service -> kafka:9093",
          "token-service -> kafka:9093",
          "notification-service -> kafka:9093",
          "auth-service -> valkey:6379",
          "mfa-service -> valkey:6379",
          "token-service -> valkey:6379");

  private static final Set<String> OUTSIDE =
      Set.of(
          "web -> gateway:10443",
          "notification-service -> world:443",
          "notification-service -> world:587");

  private static final Set<String> STORES = Set.of("postgres", "kafka");

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void what_no_policy_names_does_not_go(Overlay overlay) {
    var nobody = overlay.manifest("NetworkPolicy", "nobody");

    assertThat(nobody.at("/spec").toString())
        .isEqualTo("{\"podSelector\":{},\"policyTypes\":[\"Ingress\",\"Egress\"]}");
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void who_is_called_lets_in_exactly_the_arrows(Overlay overlay) {
    var arrows = new TreeSet<String>();
    for (var policy : overlay.manifests("NetworkPolicy")) {
      for (var rule : policy.list("/spec/ingress")) {
        each(rule, "from", (peer, port) -> arrows.add(peer + " -> " + policy.name() + port));
      }
    }
    arrows.removeIf(arrow -> arrow.startsWith("monitoring -> ") || arrow.startsWith("cnpg-system"));
    arrows.removeIf(arrow -> arrow.startsWith("strimzi ->") || isWithinAStore(arrow));

    assertThat(arrows).containsExactlyInAnyOrderElementsOf(ARROWS);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void who_calls_gets_out_by_exactly_the_arrows(Overlay overlay) {
    var arrows = new TreeSet<String>();
    for (var policy : overlay.manifests("NetworkPolicy")) {
      if (!STORES.contains(policy.name()) && !policy.name().equals("names")) {
        for (var rule : policy.list("/spec/egress")) {
          each(rule, "to", (peer, port) -> arrows.add(policy.name() + " -> " + peer + port));
        }
      }
    }
    var expected = new TreeSet<>(ARROWS);
    expected.removeIf(arrow -> arrow.startsWith("gateway -> "));
    expected.addAll(OUTSIDE);

    assertThat(arrows).containsExactlyInAnyOrderElementsOf(expected);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_program_has_a_policy(Overlay overlay) {
    for (var kind : Set.of("Deployment", "StatefulSet")) {
      for (var one : overlay.manifests(kind)) {
        var policy = overlay.manifest("NetworkPolicy", one.name());

        assertThat(policy.at("/spec/podSelector")).isEqualTo(one.at("/spec/selector"));
        assertThat(policy.list("/spec/policyTypes")).hasSize(2);
      }
    }
  }

  private static void each(
      JsonNode rule, String side, java.util.function.BiConsumer<String, String> arrow) {
    assertThat(rule.path(side)).as("a rule without peers is for everybody: %s", rule).isNotEmpty();
    for (var peer : rule.path(side)) {
      for (var port : rule.path("ports")) {
        arrow.accept(name(peer), ":" + port.path("port").asText());
      }
    }
  }

  private static String name(JsonNode peer) {
    var pods = peer.at("/podSelector/matchLabels");
    var space =
        peer.path("namespaceSelector").path("matchLabels").path("kubernetes.io/metadata.name");
    if (peer.has("ipBlock")) {
      return "world";
    } else if (pods.has("gateway.envoyproxy.io/owning-gateway-name")) {
      assertThat(space.asText()).isEqualTo("envoy-gateway-system");
      return "gateway";
    } else if (!space.isMissingNode()) {
      return space.asText();
    } else if (pods.has("cnpg.io/cluster")) {
      return "postgres";
    } else if (pods.has("strimzi.io/cluster")) {
      return "kafka";
    }
    assertThat(pods.path("app.kubernetes.io/name").asText()).isNotEmpty();
    return pods.path("app.kubernetes.io/name").asText();
  }

  private static boolean isWithinAStore(String arrow) {
    return STORES.stream().anyMatch(store -> arrow.startsWith(store + " -> " + store + ":"));
  }
}
