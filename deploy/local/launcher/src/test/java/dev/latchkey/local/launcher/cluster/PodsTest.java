package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every pod of ours has to be, whatever else it is. */
class PodsTest {

  private static final String POD = "/spec/template/spec";

  /** Without Redis they are not ready, all pods at once; yet much of what they do needs none. */
  private static final Set<String> NEEDS_REDIS = Set.of("auth-service", "mfa-service");

  static Stream<Manifest> workloads() {
    return Overlay.all()
        .flatMap(overlay ->
            Stream.of("Deployment", "StatefulSet")
                .flatMap(kind -> overlay.manifests(kind).stream()));
  }

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void nobody_is_root_or_can_become_more_than_it_is(Manifest workload) {
    var pod = workload.at(POD + "/securityContext");

    assertThat(pod.path("runAsNonRoot").asBoolean()).isTrue();
    assertThat(pod.path("runAsUser").asInt()).isPositive();
    assertThat(pod.path("seccompProfile").path("type").asText()).isEqualTo("RuntimeDefault");
    for (var container : containers(workload)) {
      var context = container.path("securityContext");
      assertThat(context.path("allowPrivilegeEscalation").asBoolean(true)).isFalse();
      assertThat(context.path("privileged").asBoolean()).isFalse();
      assertThat(context.path("readOnlyRootFilesystem").asBoolean()).isTrue();
      assertThat(context.at("/capabilities/drop/0").asText()).isEqualTo("ALL");
      assertThat(context.at("/capabilities/add").isMissingNode()).isTrue();
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void nothing_of_the_node_or_of_the_cluster_is_in_its_reach(Manifest workload) {
    var pod = workload.at(POD);

    assertThat(pod.path("automountServiceAccountToken").asBoolean(true)).isFalse();
    assertThat(pod.path("serviceAccountName").asText()).isEqualTo(workload.name());
    assertThat(pod.path("enableServiceLinks").asBoolean(true)).isFalse();
    for (var field : List.of("hostNetwork", "hostPID", "hostIPC")) {
      assertThat(pod.has(field)).isFalse();
    }
    assertThat(workload.list(POD + "/volumes"))
        .allMatch(volume -> !volume.has("hostPath"))
        .allMatch(volume -> !volume.has("projected"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void its_image_has_a_version(Manifest workload) {
    assertThat(containers(workload))
        .extracting(container -> container.path("image").asText())
        .allMatch(image -> image.matches("[a-z0-9./-]+(:[0-9]+(\\.[0-9]+)+|@sha256:[0-9a-f]{64})"));
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void it_says_what_it_needs_and_may_not_take_more(Manifest workload) {
    for (var container : containers(workload)) {
      for (var kind : List.of("requests", "limits")) {
        for (var what : List.of("cpu", "memory")) {
          assertThat(container.path("resources").path(kind).path(what).asText())
              .as("%s %s %s", workload, kind, what)
              .isNotEmpty();
        }
      }
    }
  }

  @ParameterizedTest
  @MethodSource("workloads")
  void it_is_asked_whether_it_has_started_lives_and_is_ready(Manifest workload) {
    for (var container : containers(workload)) {
      for (var probe : List.of("startupProbe", "livenessProbe", "readinessProbe")) {
        assertThat(container.has(probe)).as("%s %s", workload, probe).isTrue();
      }
      if (workload.kind().equals("Deployment")) {
        assertThat(container.at("/readinessProbe/httpGet/path").asText())
            .isEqualTo(
                NEEDS_REDIS.contains(workload.name()) ? "/q/health/live" : "/q/health/ready");
        assertThat(container.at("/readinessProbe/httpGet/port").asText()).isEqualTo("internal");
      }
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void a_rollout_takes_none_away_before_another_is_ready(Overlay overlay) {
    for (var one : overlay.manifests("Deployment")) {
      int pause = one.at(POD + "/containers/0/lifecycle/preStop/sleep/seconds").asInt();
      var rolling = one.at("/spec/strategy/rollingUpdate");

      assertThat(rolling.path("maxUnavailable").asText()).isEqualTo("0");
      assertThat(pause).isPositive();
      assertThat(one.at(POD + "/terminationGracePeriodSeconds").asInt())
          .isGreaterThanOrEqualTo(pause + shutdownSeconds(one) + 10);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void each_has_a_budget_for_disruptions_that_lets_a_node_be_drained(Overlay overlay) {
    for (var one : overlay.manifests("Deployment")) {
      var budget = overlay.manifest("PodDisruptionBudget", one.name());

      assertThat(budget.at("/spec/selector")).isEqualTo(one.at("/spec/selector"));
      assertThat(budget.at("/spec/maxUnavailable").asInt()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void its_pods_go_to_different_nodes_and_zones(Overlay overlay) {
    for (var one : overlay.manifests("Deployment")) {
      assertThat(one.list(POD + "/topologySpreadConstraints"))
          .hasSize(2)
          .allSatisfy(spread ->
              assertThat(spread.path("labelSelector")).isEqualTo(one.at("/spec/selector")));
    }
  }

  private static int shutdownSeconds(Manifest workload) {
    return workload.list(POD + "/containers/0/env").stream()
        .filter(variable -> variable.path("name").asText().equals("QUARKUS_SHUTDOWN_TIMEOUT"))
        .mapToInt(variable -> Integer.parseInt(variable.path("value").asText().replace("S", "")))
        .sum();
  }

  private static List<JsonNode> containers(Manifest workload) {
    var all =
        Stream.of("/containers", "/initContainers")
            .flatMap(kind -> StreamSupport.stream(workload.at(POD + kind).spliterator(), false))
            .toList();
    assertThat(all).isNotEmpty();
    return all;
  }
}
