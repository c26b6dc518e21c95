package dev.latchkey.contracts.event;

import dev.latchkey.contracts.endpoint.Owner;
import java.time.Duration;

/** The Kafka topics: one a speaker, messages apart because they must not be kept. */
public enum Topic {
  ACCOUNT("latchkey.account", Duration.ofDays(90)),
  MFA("latchkey.mfa", Duration.ofDays(90)),
  AUTHORIZATION("latchkey.authorization", Duration.ofDays(90)),
  MESSAGE("latchkey.message", Duration.ofMinutes(30)),
  DELIVERY("latchkey.delivery", Duration.ofDays(7));

  private final String topic;
  private final Duration retention;

  Topic(String topic, Duration retention) {
    this.topic = topic;
    this.retention = retention;
  }

  /** The topic's name in Kafka. */
  public String topic() {
    return topic;
  }

  /** The topic's dead letters, as heard by one service. */
  public String deadLetters(Owner hearer) {
    return topic + "." + hearer.service() + ".dlq";
  }

  /** How long Kafka keeps what was said. */
  public Duration retention() {
    return retention;
  }
}
