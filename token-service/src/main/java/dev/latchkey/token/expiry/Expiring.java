package dev.latchkey.token.expiry;

import dev.latchkey.contracts.event.AuthorizationEvent;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpired;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.sealing.WordsSeal;
import dev.latchkey.token.authorization.Authorization;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.function.BiFunction;

/**
 * One batch of what time does to authorizations: the change and the fact in one transaction, so
 * that each is said once, whatever process dies. A token is dead at its time and not at the batch
 * that finds it; the batch says so and clears it away.
 */
@ApplicationScoped
class Expiring {

  private static final int BATCH = 100;

  private final Expiries expiries;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final WordsSeal words;
  private final Clock clock;

  Expiring(Expiries expiries, Outbox outbox, OriginSeal origins, WordsSeal words, Clock clock) {
    this.expiries = expiries;
    this.outbox = outbox;
    this.origins = origins;
    this.words = words;
    this.clock = clock;
  }

  /** Ends some whose time is over; false when there were none. */
  @WithTransaction
  Uni<Boolean> endSome() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return expiries.end(now, BATCH).chain(ended -> say(ended, now, this::expired));
  }

  /** Tells of some that end soon; false when there were none. */
  @WithTransaction
  Uni<Boolean> warnOfSome() {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return expiries.warn(now, BATCH).chain(found -> say(found, now, this::expiring));
  }

  private Uni<Boolean> say(
      List<Authorization> found,
      Instant now,
      BiFunction<Authorization, Instant, AuthorizationEvent> fact) {
    return Multi.createFrom()
        .iterable(found)
        .onItem()
        .transformToUniAndConcatenate(one -> outbox.append(fact.apply(one, now)))
        .collect()
        .asList()
        .map(said -> !said.isEmpty());
  }

  private AuthorizationEvent expired(Authorization one, Instant now) {
    return new AuthorizationExpired(one.account(), now, one.id(), byItself(one));
  }

  private AuthorizationEvent expiring(Authorization one, Instant now) {
    return new AuthorizationExpiring(
        one.account(),
        now,
        one.id(),
        Objects.requireNonNull(one.expiresAt()),
        words.seal(one.account(), one.description()),
        byItself(one));
  }

  /** Nobody did it. */
  private String byItself(Authorization one) {
    return origins.seal(one.account(), Origin.PLATFORM);
  }
}
