package dev.latchkey.kit.testkit;

/** A store that is away; closing brings it back and waits until it answers. */
public final class Outage implements AutoCloseable {

  private final Runnable cure;
  private boolean over;

  Outage(Runnable cure) {
    this.cure = cure;
  }

  @Override
  public synchronized void close() {
    if (!over) {
      over = true;
      cure.run();
    }
  }
}
