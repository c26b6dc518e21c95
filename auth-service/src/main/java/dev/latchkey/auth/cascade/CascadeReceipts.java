package dev.latchkey.auth.cascade;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.contracts.id.EventId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.UUID;

/** The shelf of receipts. */
@ApplicationScoped
class CascadeReceipts implements PanacheRepositoryBase<CascadeReceipt, UUID> {

  private final ObjectMapper json;
  private final Clock clock;

  CascadeReceipts(ObjectMapper json, Clock clock) {
    this.json = json;
    this.clock = clock;
  }

  Uni<Optional<Receipt>> of(EventId event) {
    return findById(event.value()).map(found -> Optional.ofNullable(found).map(this::read));
  }

  /** Stores the receipt at once: a second run of the same cause fails here and rolls back. */
  Uni<Void> add(Cause cause, Receipt receipt) {
    return persistAndFlush(
            new CascadeReceipt(cause.id(), cause.account(), write(receipt), clock.instant()))
        .replaceWithVoid();
  }

  private Receipt read(CascadeReceipt stored) {
    try {
      return json.readValue(stored.receipt, Receipt.class);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a stored receipt is not readable", broken);
    }
  }

  private String write(Receipt receipt) {
    try {
      return json.writeValueAsString(receipt);
    } catch (JsonProcessingException broken) {
      throw new IllegalStateException("a receipt is always writable", broken);
    }
  }
}
