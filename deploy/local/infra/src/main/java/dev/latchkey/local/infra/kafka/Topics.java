package dev.latchkey.local.infra.kafka;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * The topics of the contracts and the dead letters of each hearer. Made before anybody speaks: the
 * first event of a topic that is not there yet waits for seconds.
 */
final class Topics {

  private static final int PARTITIONS = 3;
  private static final short REPLICAS = 1;
  private static final Duration LONGEST_SEGMENT = Duration.ofDays(7);

  private Topics() {}

  static void prepare(int port) throws ExecutionException, InterruptedException {
    try (var admin = Admin.create(Map.of("bootstrap.servers", "127.0.0.1:" + port))) {
      var present = admin.listTopics().names().get();
      var missing = wanted().stream().filter(topic -> !present.contains(topic.name())).toList();
      admin.createTopics(missing).all().get();
    }
  }

  private static List<NewTopic> wanted() {
    var wanted = new ArrayList<NewTopic>();
    for (var topic : Topic.values()) {
      wanted.add(topic(topic.topic(), PARTITIONS, topic.retention()));
      for (var hearer : Owner.values()) {
        wanted.add(topic(topic.deadLetters(hearer), 1, topic.retention()));
      }
    }
    return wanted;
  }

  private static NewTopic topic(String name, int partitions, Duration retention) {
    // Kafka deletes whole segments: one must end long before its first record is too old to keep.
    var third = retention.dividedBy(3);
    var segment = third.compareTo(LONGEST_SEGMENT) < 0 ? third : LONGEST_SEGMENT;
    return new NewTopic(name, partitions, REPLICAS)
        .configs(
            Map.of(
                "retention.ms", String.valueOf(retention.toMillis()),
                "segment.ms", String.valueOf(segment.toMillis())));
  }
}
