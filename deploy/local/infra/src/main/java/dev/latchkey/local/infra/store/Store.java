package dev.latchkey.local.infra.store;

/** One server that this program runs: PostgreSQL, Redis, Kafka, the mailbox, the SMS provider. */
public interface Store {

  /** Its name in arguments, orders and messages. */
  String name();

  /** The port on 127.0.0.1. */
  int port();

  /** The process to pause or kill in order to hurt it; this one for a server in this JVM. */
  long pid();

  /**
   * Starts it and returns when it answers. After {@link #stop} or a violent death it may be started
   * again, on the same port and data.
   *
   * @throws PortTaken when somebody else listens on its port
   * @throws StoreFailed when it does not come up; the message is for a person
   */
  void start() throws PortTaken, StoreFailed, InterruptedException;

  /** Stops it, also when it is only half started; does nothing when it is not running. */
  void stop();
}
