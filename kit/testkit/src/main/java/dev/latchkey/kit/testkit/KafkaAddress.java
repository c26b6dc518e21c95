package dev.latchkey.kit.testkit;

import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;

/** How a test's own Kafka clients find the broker, without a page of log lines for each. */
final class KafkaAddress {

  // Held: the logging system forgets the level of a logger that nobody refers to.
  private static final Logger CLIENTS = Logger.getLogger("org.apache.kafka");

  private KafkaAddress() {}

  static Map<String, Object> settings() {
    CLIENTS.setLevel(Level.WARNING);
    return Map.of("bootstrap.servers", RealStores.kafka().address());
  }
}
