package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import io.smallrye.mutiny.Uni;
import java.util.Set;

/** What a service does about what it hears; of each topic that it hears there is one. */
public interface Ear {

  /** What it listens to. */
  Set<Topic> topics();

  /**
   * Lets a fact take effect. Called again after a failure, and perhaps beside another fact of the
   * same account when dead letters are replayed: it must undo what it did, as a transaction with
   * {@link Inbox#once} does. Ignores facts that it has no use for.
   */
  Uni<Void> take(Heard<? extends Event> heard);
}
