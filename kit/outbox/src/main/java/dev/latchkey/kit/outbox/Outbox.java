package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.wire.Trace;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;

/**
 * Facts on their way to Kafka. What is appended is published if and only if the caller's
 * transaction commits.
 */
@ApplicationScoped
public class Outbox {

  private static final long VERSION_4 = 0x4000L;
  private static final long VARIANT_1 = 0x8000000000000000L;

  private final SecureRandom random;

  Outbox(SecureRandom random) {
    this.random = random;
  }

  /**
   * Appends a fact under a new id. Append after the change it tells of: rows that the change locked
   * keep the facts of one account in order.
   *
   * @return the id that every hearer will see; fails when no transaction is open
   */
  public Uni<EventId> append(Event fact) {
    return Uni.createFrom().deferred(() -> append(newId(), fact));
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

  private EventId newId() {
    var high = random.nextLong() & ~0xF000L | VERSION_4;
    var low = random.nextLong() & ~0xC000000000000000L | VARIANT_1;
    return new EventId(new UUID(high, low));
  }
}
