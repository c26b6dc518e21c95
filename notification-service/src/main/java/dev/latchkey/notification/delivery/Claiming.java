package dev.latchkey.notification.delivery;

import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/** Takes due deliveries, so that no other process sends them too. */
@ApplicationScoped
class Claiming {

  private final Deliveries deliveries;
  private final DeliveryConfig config;
  private final Clock clock;

  Claiming(Deliveries deliveries, DeliveryConfig config, Clock clock) {
    this.deliveries = deliveries;
    this.config = config;
    this.clock = clock;
  }

  /** Those that are due longest, no more than {@code most}; none when nothing is due. */
  @WithTransaction
  Uni<List<Delivery>> claim(Channel channel, int most) {
    var now = clock.instant();
    return deliveries.claim(channel, most, now, now.plus(config.claim()));
  }
}
