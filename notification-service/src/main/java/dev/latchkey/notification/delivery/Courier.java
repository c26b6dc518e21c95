package dev.latchkey.notification.delivery;

import io.smallrye.mutiny.Uni;

/** Words a delivery and hands it over. Nothing of it is ever logged. */
public interface Courier {

  /** By what it goes. */
  Channel channel();

  /** How many it may have in hand at once. */
  int atOnce();

  /** One try. Never fails: what went wrong is in the answer. */
  Uni<Sending> send(Delivery delivery);
}
