package dev.latchkey.notification.mail;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Takes a due delivery, so that no other process sends it too. */
@ApplicationScoped
class Claiming {

  private final Deliveries deliveries;
  private final MailConfig config;
  private final Clock clock;

  Claiming(Deliveries deliveries, MailConfig config, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.clock = clock;
  }

  /** The delivery that is due longest, or nothing when none is. */
  @WithTransaction
  Uni<Optional<Delivery>> claim() {
    var now = clock.instant();
    return deliveries.claim(now, now.plus(config.claim()));
  }
}
