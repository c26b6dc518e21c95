package dev.latchkey.contracts.event;

import dev.latchkey.contracts.endpoint.Owner;
import java.time.Duration;
import java.util.List;

/** The Kafka topics: one a speaker; messages apart, because they must not be kept. */
public enum Topic {
  ACCOUNT("latchkey.account", Duration.ofDays(90), List.of(Owner.AUTH), Owner.NOTIFICATION),
  MFA("latchkey.mfa", Duration.ofDays(90), List.of(Owner.MFA), Owner.NOTIFICATION),
  AUTHORIZATION(
      "latchkey.authorization", Duration.ofDays(90), List.of(Owner.TOKEN), Owner.NOTIFICATION),
  MESSAGE(
      "latchkey.message",
      Duration.ofMinutes(30),
      List.of(Owner.AUTH, Owner.MFA),
      Owner.NOTIFICATION),
  DELIVERY("latchkey.delivery", Duration.ofDays(7), List.of(Owner.NOTIFICATION));

  private final String topic;
  private final Duration retention;
  private final List<Owner> saidBy;
  private final List<Owner> heardBy;

  Topic(String topic, Duration retention, List<Owner> saidBy, Owner... heardBy) {
    this.topic = topic;
    this.retention = retention;
    this.saidBy = saidBy;
    this.heardBy = List.of(heardBy);
  }

  /** The topic's name in Kafka. */
  public String topic() {
    return topic;
  }

  /** The topic's dead letters, as heard by one service. */
  public String deadLetters(Owner hearer) {
    return topic + "." + hearer.service() + ".dlq";
  }

  /** The services that write to it. */
  public List<Owner> saidBy() {
    return saidBy;
  }

  /** The services that do something with everything on it; {@link EventType#heardBy} has more. */
  public List<Owner> heardBy() {
    return heardBy;
  }

  /** How long Kafka keeps what was said. */
  public Duration retention() {
    return retention;
  }
}
