package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.wire.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Facts on their way to Kafka. What is appended is published if and only if the caller's
 * transaction commits.
 */
@ApplicationScoped
public class Outbox {

  private final RandomIds ids;

  Outbox(RandomIds ids) {
    this.ids = ids;
  }

  /**
   * Appends a fact under a new id. Append after the change it tells of: rows that the change locked
   * keep the facts of one account in order.
   *
   * @return the id that every hearer will see; fails when no transaction is open
   */
  public Uni<EventId> append(Event fact) {
    return Uni.createFrom().deferred(() -> append(new EventId(ids.next()), fact));
  }

  /**
   * Appends a fact under an id that the caller gives, because somebody else knows it already.
   *
   * @return the same id; fails when no transaction is open, or the id is in the outbox already
   */
  public Uni<EventId> append(EventId id, Event fact) {
    return OpenTransaction.session()
        // Changes first: flushed together, Hibernate would insert the fact before it locks the rows
        // that the change updates, and two facts of one account could swap places.
        .call(session -> session.flush())
        .call(session -> session.persist(OutboxRow.of(id, fact, Trace.current())))
        .call(session -> session.flush())
        .map(session -> id);
  }
}
