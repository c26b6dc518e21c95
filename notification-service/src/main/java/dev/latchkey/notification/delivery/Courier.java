package dev.latchkey.notification.delivery;

import io.smallrye.mutiny.Uni;
import java.time.Duration;

/** Words a delivery and hands it over. Nothing of it is ever logged. */
public interface Courier {

  /** By what it goes. */
  Channel channel();

  /** How many it may have in hand at once. */
  int atOnce();

  /** What one try takes at most: it stops itself then. */
  Duration longest();

  /** One try of what is still of use. Never fails: what went wrong is in the answer. */
  Uni<Sending> send(Delivery delivery);
}
