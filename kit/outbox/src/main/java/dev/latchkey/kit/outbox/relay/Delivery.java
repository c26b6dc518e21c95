package dev.latchkey.kit.outbox.relay;

/** How one round of the relay went. */
sealed interface Delivery {

  /** The outbox is empty, or another replica is at it and will hear the same bell. */
  record Nothing() implements Delivery {}

  /** Kafka took these rows, perhaps not all that wait. */
  record Sent(int rows) implements Delivery {}

  /** Kafka took these rows and refused another. */
  record Broken(int rows, Throwable failure) implements Delivery {}
}
