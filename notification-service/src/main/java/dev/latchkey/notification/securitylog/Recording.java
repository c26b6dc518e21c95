package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what was heard into the account's security log, once an event. */
@ApplicationScoped
class Recording {

  private final Inbox inbox;
  private final SecurityEvents events;
  private final OriginSeal origins;

  Recording(Inbox inbox, SecurityEvents events, OriginSeal origins) {
    this.inbox = inbox;
    this.events = events;
    this.origins = origins;
  }

  /** Fails when the origin was not sealed by us: such an event is a dead letter. */
  @WithTransaction
  Uni<Void> record(Heard<? extends Event> heard) {
    return LogLine.of(heard.fact())
        .map(line -> entry(heard, line))
        .map(entry -> inbox.once(heard.id(), () -> events.persist(entry).replaceWithVoid()))
        .map(Uni::replaceWithVoid)
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  private SecurityEvent entry(Heard<? extends Event> heard, LogLine line) {
    var fact = heard.fact();
    var sealed = line.origin();
    var origin = sealed == null ? null : origins.open(fact.account(), sealed);
    return new SecurityEvent(heard.id(), fact.account(), fact.at(), line, origin);
  }
}
