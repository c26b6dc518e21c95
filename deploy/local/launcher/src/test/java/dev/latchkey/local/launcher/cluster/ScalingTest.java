package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What scales the services in {@code production}, and that the numbers it goes by exist. */
class ScalingTest {

  private static final Pattern POOL =
      Pattern.compile("reactive\\.max-size=(?:\\$\\{LATCHKEY_PG_POOL:)?([0-9]+)");

  private final Overlay production = Overlay.named("production");

  @Test
  void every_program_is_scaled_and_nothing_else_says_how_many_there_are() {
    for (var program : production.manifests("Deployment")) {
      var scaling = production.manifest("HorizontalPodAutoscaler", program.name());

      assertThat(program.at("/spec/replicas").isMissingNode()).isTrue();
      assertThat(scaling.at("/spec/scaleTargetRef/name").asText()).isEqualTo(program.name());
      assertThat(scaling.at("/spec/minReplicas").asInt()).isGreaterThanOrEqualTo(3);
      assertThat(scaling.at("/spec/metrics/0/resource/name").asText()).isEqualTo("cpu");
    }
  }

  @Test
  void the_hashing_queue_is_a_gauge_that_auth_service_has() throws IOException {
    var source =
        Files.readString(
            Overlay.ROOT.resolve(
                "auth-service/src/main/java/dev/latchkey/auth/password/HashingQueue.java"));

    assertThat(names("auth-service", "pods")).containsExactly("latchkey_password_queue");
    assertThat(source).contains("Gauge.builder(\"latchkey.password.queue\"");
    assertThat(rules()).contains("latchkey_password_queue{");
  }

  @Test
  void the_lag_is_that_of_the_services_own_group() throws IOException {
    for (var owner : Owner.values()) {
      var selector =
          production
              .manifest("HorizontalPodAutoscaler", owner.service())
              .list("/spec/metrics")
              .stream()
              .map(metric -> metric.at("/external/metric/selector/matchLabels/consumergroup"))
              .filter(group -> !group.isMissingNode())
              .toList();

      assertThat(names(owner.service(), "external")).containsExactly("kafka_consumergroup_lag");
      assertThat(selector).hasSize(1);
      assertThat(selector.getFirst().asText()).isEqualTo(owner.service());
    }
    assertThat(rules()).contains("kafka_consumergroup_lag{");
  }

  /** More pods than partitions would hear nothing. */
  @Test
  void no_service_has_more_pods_than_a_topic_has_partitions() {
    for (var owner : Owner.values()) {
      assertThat(
              production
                  .manifest("HorizontalPodAutoscaler", owner.service())
                  .at("/spec/maxReplicas")
                  .asInt())
          .isLessThanOrEqualTo(
              production.manifest("KafkaTopic", "latchkey.account").at("/spec/partitions").asInt());
    }
  }

  /**
   * One more of each during a rollout; besides its pool a pod has Flyway's two and one that hears.
   */
  @Test
  void postgres_has_a_connection_for_every_pod_that_there_may_be() {
    int wanted = 0;
    for (var owner : Owner.values()) {
      int pool = Integer.parseInt(Settings.of(owner.service()).found(POOL).iterator().next());
      int pods =
          production
              .manifest("HorizontalPodAutoscaler", owner.service())
              .at("/spec/maxReplicas")
              .asInt();
      wanted += (pods + 1) * (pool + 3);
    }

    assertThat(wanted).isPositive();
    assertThat(
            production
                .manifest("Cluster", "postgres")
                .at("/spec/postgresql/parameters/max_connections")
                .asInt())
        .isGreaterThan(wanted);
  }

  private Set<String> names(String program, String kind) {
    return production.manifest("HorizontalPodAutoscaler", program).list("/spec/metrics").stream()
        .map(metric -> metric.path(kind).path("metric").path("name").asText())
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toSet());
  }

  private static String rules() throws IOException {
    return Files.readString(
        Overlay.ROOT.resolve("deploy/k8s/components/autoscaling/adapter-rules.yaml"));
  }
}
