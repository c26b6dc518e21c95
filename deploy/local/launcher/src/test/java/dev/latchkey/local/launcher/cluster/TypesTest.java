package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TypesTest {

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everything_is_of_a_known_type_and_has_no_field_that_this_has_not(Overlay overlay) {
    assertThat(overlay.manifests()).hasSizeGreaterThan(50);

    var wrong = overlay.manifests().stream().flatMap(one -> KnownTypes.wrongWith(one).stream());

    assertThat(wrong).isEmpty();
  }

  /** Else a slip would be a setting that is silently off. */
  @ParameterizedTest
  @MethodSource("overlays")
  void a_field_more_is_found_in_every_kind(Overlay overlay) {
    for (var one : overlay.manifests()) {
      for (var place : List.of("", "/metadata", "/spec")) {
        var copy = one.json().deepCopy();
        if (copy.at(place) instanceof ObjectNode node) {
          node.put("readOnlyRootFilesytem", true);

          assertThat(KnownTypes.wrongWith(new Manifest(copy))).as(one + place).isNotEmpty();
        }
      }
    }
  }

  @Test
  void a_slip_deep_inside_a_pod_is_found() {
    var pod = Overlay.named("small").manifest("Deployment", "web").json().deepCopy();
    ((ObjectNode) pod.at("/spec/template/spec/containers/0/securityContext"))
        .put("runAsNonroot", true);

    assertThat(KnownTypes.wrongWith(new Manifest(pod))).hasSize(1);
  }

  @Test
  void a_kind_that_nobody_knows_is_found() {
    var route = Overlay.named("small").manifest("HTTPRoute", "web").json().deepCopy();
    ((ObjectNode) route).put("kind", "HttpRoute");

    assertThat(KnownTypes.wrongWith(new Manifest(route))).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void everything_but_the_namespace_is_in_the_namespace(Overlay overlay) {
    assertThat(overlay.manifests())
        .filteredOn(one -> !one.kind().equals("Namespace"))
        .allSatisfy(
            one -> assertThat(one.at("/metadata/namespace").asText()).isEqualTo("latchkey"));
  }
}
