package dev.latchkey.local.infra.kafka;

import java.nio.file.Path;
import java.util.Properties;

/** Settings of a single small broker that is its own controller. */
final class KafkaSettings {

  static final int NODE = 1;
  static final String CONTROLLER = "CONTROLLER";

  private static final String HOST = "127.0.0.1:";
  private static final String CLIENTS = "PLAINTEXT";

  private KafkaSettings() {}

  static Properties of(Path data, int port, int controllerPort) {
    var settings = new Properties();
    settings.put("process.roles", "broker,controller");
    settings.put("node.id", String.valueOf(NODE));
    settings.put("controller.quorum.voters", NODE + "@" + HOST + controllerPort);
    settings.put("controller.listener.names", CONTROLLER);
    settings.put(
        "listeners",
        "%s://%s%d,%s://%s%d".formatted(CLIENTS, HOST, port, CONTROLLER, HOST, controllerPort));
    settings.put("advertised.listeners", CLIENTS + "://" + HOST + port);
    settings.put("listener.security.protocol.map", "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT");
    settings.put("log.dirs", data.toString());

    // A topic that is not in the contracts is a mistake, not a wish.
    settings.put("auto.create.topics.enable", "false");

    // There is one broker.
    for (var topic : new String[] {"offsets.topic", "transaction.state.log"}) {
      settings.put(topic + ".replication.factor", "1");
      settings.put(topic + ".num.partitions", "1");
    }
    settings.put("transaction.state.log.min.isr", "1");
    settings.put("share.coordinator.state.topic.replication.factor", "1");
    settings.put("share.coordinator.state.topic.min.isr", "1");
    settings.put("share.coordinator.state.topic.num.partitions", "1");
    // After a kill the controller waits this long before it takes the broker back: 9 s by default.
    settings.put("broker.session.timeout.ms", "3000");
    settings.put("broker.heartbeat.interval.ms", "500");
    settings.put("group.initial.rebalance.delay.ms", "0");

    // Small: it runs beside everything else on a laptop.
    settings.put("log.cleaner.dedupe.buffer.size", "8388608");
    settings.put("log.index.size.max.bytes", "1048576");
    settings.put("num.network.threads", "1");
    settings.put("num.io.threads", "2");
    settings.put("num.recovery.threads.per.data.dir", "1");
    settings.put("background.threads", "2");
    return settings;
  }
}
