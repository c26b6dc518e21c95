package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Inbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.sealing.WordsSeal;
import dev.latchkey.notification.notice.Noticing;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Writes what was heard into the account's security log, and asks for its mail, once an event. */
@ApplicationScoped
class Recording {

  private final Inbox inbox;
  private final SecurityEvents events;
  private final OriginSeal origins;
  private final WordsSeal words;
  private final Noticing noticing;

  Recording(
      Inbox inbox, SecurityEvents events, OriginSeal origins, WordsSeal words, Noticing noticing) {
    this.inbox = inbox;
    this.events = events;
    this.origins = origins;
    this.words = words;
    this.noticing = noticing;
  }

  /** Fails when something was not sealed by us: such an event is a dead letter. */
  @WithTransaction
  Uni<Void> record(Heard<? extends Event> heard) {
    return LogLine.of(heard.fact())
        .map(line -> record(heard, opened(heard.fact(), line)))
        .orElseGet(() -> Uni.createFrom().voidItem());
  }

  /** A person's own words travel sealed, and are shown to that person alone. */
  private LogLine opened(Event fact, LogLine line) {
    return fact instanceof AuthorizationExpiring e
        ? line.described(words.open(e.account(), e.description()))
        : line;
  }

  private Uni<Void> record(Heard<? extends Event> heard, LogLine line) {
    var fact = heard.fact();
    var sealed = line.origin();
    var origin = sealed == null ? null : origins.open(fact.account(), sealed);
    var entry = new SecurityEvent(heard.id(), fact.account(), fact.at(), line, origin);
    // Flushed, so that the line is there for whoever looks in this transaction.
    return inbox
        .once(
            heard.id(),
            () ->
                events
                    .persistAndFlush(entry)
                    .chain(() -> noticing.note(heard.id(), fact, line.data(), origin)))
        .replaceWithVoid();
  }
}
