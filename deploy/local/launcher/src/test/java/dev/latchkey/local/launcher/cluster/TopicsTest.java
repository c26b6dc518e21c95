package dev.latchkey.local.launcher.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.DeadLetter;
import dev.latchkey.contracts.event.Topic;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Kafka in the cluster: the topics of the contracts, and who may say and hear what. */
class TopicsTest {

  private static final Pattern HEARD =
      Pattern.compile("mp\\.messaging\\.incoming\\.[a-z]+\\.topic=(\\S+)");

  static Stream<Overlay> overlays() {
    return Overlay.all();
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void every_topic_and_the_dead_letters_of_who_hears_it_are_made(Overlay overlay) {
    var wanted = new ArrayList<String>();
    for (var topic : Topic.values()) {
      wanted.add(topic.topic());
      hearers(topic).forEach(hearer -> wanted.add(topic.deadLetters(hearer)));
    }

    assertThat(overlay.manifests("KafkaTopic"))
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(wanted);
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void each_is_kept_as_long_as_the_contracts_say_and_deleted_in_time(Overlay overlay) {
    for (var one : overlay.manifests("KafkaTopic")) {
      var topic =
          Stream.of(Topic.values())
              .filter(each -> (one.name() + ".").startsWith(each.topic() + "."))
              .findFirst()
              .orElseThrow();
      long retention = one.at("/spec/config/retention.ms").asLong();
      long segment = one.at("/spec/config/segment.ms").asLong();

      assertThat(retention).isEqualTo(topic.retention().toMillis());
      // Kafka deletes whole segments.
      assertThat(segment).isPositive().isLessThanOrEqualTo(retention / 3);
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void a_write_waits_for_all_but_one_copy(Overlay overlay) {
    int nodes = overlay.manifests("KafkaNodePool").getFirst().at("/spec/replicas").asInt();

    for (var one : overlay.manifests("KafkaTopic")) {
      assertThat(one.at("/spec/replicas").asInt()).isEqualTo(Math.min(3, nodes));
      assertThat(one.at("/spec/config/min.insync.replicas").asInt()).isEqualTo(nodes == 1 ? 1 : 2);
    }
  }

  /** Whoever could write another's topic could take the second factor off any account. */
  @ParameterizedTest
  @MethodSource("overlays")
  void a_service_says_and_hears_what_the_contracts_have_it_say_and_hear(Overlay overlay) {
    assertThat(overlay.manifests("KafkaUser"))
        .extracting(Manifest::name)
        .containsExactlyInAnyOrderElementsOf(
            Stream.of(Owner.values()).map(Owner::service).toList());
    for (var owner : Owner.values()) {
      assertThat(granted(overlay.manifest("KafkaUser", owner.service())))
          .as(owner.service())
          .isEqualTo(needed(owner));
    }
  }

  @ParameterizedTest
  @MethodSource("overlays")
  void who_has_no_name_and_no_right_says_and_hears_nothing(Overlay overlay) {
    var kafka = overlay.manifests("Kafka").getFirst();

    assertThat(kafka.at("/spec/kafka/authorization").toString()).isEqualTo("{\"type\":\"simple\"}");
    assertThat(kafka.list("/spec/kafka/listeners"))
        .hasSize(1)
        .allMatch(listener -> listener.path("tls").asBoolean())
        .allMatch(listener -> listener.path("networkPolicyPeers").size() == Owner.values().length)
        .allMatch(listener -> listener.at("/authentication/type").asText().equals("scram-sha-512"));
  }

  private static Set<String> granted(Manifest user) {
    var granted = new HashSet<String>();
    for (var acl : user.list("/spec/authorization/acls")) {
      var resource = acl.path("resource");
      assertThat(resource.path("patternType").asText()).isEqualTo("literal");
      acl.path("operations")
          .forEach(operation ->
              granted.add(
                  "%s %s %s"
                      .formatted(
                          operation.asText(),
                          resource.path("type").asText(),
                          resource.path("name").asText())));
    }
    return granted;
  }

  private static Set<String> needed(Owner owner) {
    var needed = new HashSet<String>();
    needed.add("Read group " + owner.service());
    // A service hears its own dead letters again, and writes to no other topic for it.
    needed.add("Read group " + DeadLetter.REPLAYS);
    for (var topic : Topic.values()) {
      if (topic.saidBy().contains(owner)) {
        allow(needed, "Write", topic.topic());
      }
      if (hearers(topic).contains(owner)) {
        allow(needed, "Read", topic.topic());
        allow(needed, "Read", topic.deadLetters(owner));
        allow(needed, "Write", topic.deadLetters(owner));
      }
    }
    return needed;
  }

  private static void allow(Set<String> needed, String operation, String topic) {
    needed.add(operation + " topic " + topic);
    needed.add("Describe topic " + topic);
  }

  private static List<Owner> hearers(Topic topic) {
    return Stream.of(Owner.values())
        .filter(owner -> Settings.of(owner.service()).found(HEARD).contains(topic.topic()))
        .toList();
  }
}
