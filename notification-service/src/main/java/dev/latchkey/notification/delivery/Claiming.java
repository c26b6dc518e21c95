package dev.latchkey.notification.delivery;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Takes due deliveries, so that no other process sends them too. */
@ApplicationScoped
class Claiming {

  private final Deliveries deliveries;
  private final Clock clock;

  Claiming(Deliveries deliveries, Clock clock) {
    this.deliveries = deliveries;
    this.clock = clock;
  }

  /**
   * Those that are due longest, no more than {@code most}; none when nothing is due.
   *
   * @param hold who has not settled one within that is taken for dead
   */
  @WithTransaction
  Uni<List<Delivery>> claim(Channel channel, int most, Duration hold) {
    var now = clock.instant();
    return deliveries.claim(channel, most, now, now.plus(hold));
  }
}
