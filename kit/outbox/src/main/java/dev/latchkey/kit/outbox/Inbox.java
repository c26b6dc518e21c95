package dev.latchkey.kit.outbox;

import dev.latchkey.contracts.id.EventId;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;

/** Events that were handled. Kafka delivers at least once; an effect happens once. */
@ApplicationScoped
public class Inbox {

  private final Counter duplicates;

  Inbox(MeterRegistry meters) {
    duplicates = meters.counter("latchkey.inbox.duplicates");
  }

  /**
   * Runs the effect if this event was not handled before, in the caller's transaction: the note and
   * the effect commit together or not at all. Two callers with one id wait for each other, and the
   * second runs the effect only if the first rolls back.
   *
   * @return true when the effect ran; fails when no transaction is open
   */
  public Uni<Boolean> once(EventId id, Supplier<Uni<Void>> effect) {
    return OpenTransaction.session()
        .chain(session -> note(id, session))
        .chain(isNew -> isNew ? effect.get().map(done -> true) : duplicate());
  }

  private static Uni<Boolean> note(EventId id, Mutiny.Session session) {
    return session
        .createNativeQuery("insert into inbox (id) values (?1) on conflict do nothing")
        .setParameter(1, id.value())
        .executeUpdate()
        .map(rows -> rows == 1);
  }

  private Uni<Boolean> duplicate() {
    duplicates.increment();
    return Uni.createFrom().item(false);
  }
}
