package dev.latchkey.notification.delivery;

import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import io.quarkus.arc.All;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/**
 * Sends what is due: claim, send, settle, each on its own, because a mail server is slow and no
 * transaction may wait for it. A process that dies in between leaves a claim that lapses, and the
 * next one takes it from there: rather a mail twice than never, since somebody waits for a link.
 * Each channel has its own round, so that neither waits for the other's provider.
 */
@ApplicationScoped
class Dispatch {

  private static final Logger log = Logger.getLogger(Dispatch.class);

  /** For noting what became of a try, over a change of PostgreSQL's primary. */
  private static final Duration NOTING = Duration.ofSeconds(30);

  private final Claiming claiming;
  private final Settling settling;
  private final Outcomes outcomes;
  private final Clock clock;
  private final Map<Channel, Courier> couriers = new EnumMap<>(Channel.class);

  Dispatch(
      Claiming claiming,
      Settling settling,
      Outcomes outcomes,
      Clock clock,
      @All List<Courier> couriers) {
    this.claiming = claiming;
    this.settling = settling;
    this.outcomes = outcomes;
    this.clock = clock;
    couriers.forEach(courier -> this.couriers.put(courier.channel(), courier));
  }

  /** Sends every mail that is due. Several processes share the work. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sendMails() {
    return sendDue(Channel.MAIL);
  }

  /** Sends every SMS that is due. */
  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  Uni<Void> sendTexts() {
    return sendDue(Channel.SMS);
  }

  private Uni<Void> sendDue(Channel channel) {
    var courier = couriers.get(channel);
    if (courier == null) {
      return Uni.createFrom().voidItem();
    }
    return Multi.createBy()
        .repeating()
        .uni(() -> sendNext(courier))
        .whilst(found -> found)
        .onItem()
        .ignoreAsUni()
        // PostgreSQL is away: the next second is the next try. Its text may quote values.
        .onFailure()
        .invoke(away ->
            log.warnf("deliveries wait channel=%s cause=%s", channel, away.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  /** False when nothing is due. */
  private Uni<Boolean> sendNext(Courier courier) {
    return claiming
        .claim(courier.channel(), courier.atOnce(), courier.longest().plus(NOTING))
        .call(claimed -> sendAll(courier, claimed))
        .map(claimed -> !claimed.isEmpty());
  }

  /** Side by side where providers are slow, but settled one by one: a session has one user. */
  private Uni<Void> sendAll(Courier courier, List<Delivery> claimed) {
    return Multi.createFrom()
        .iterable(claimed)
        .onItem()
        .transformToUni(
            delivery -> send(courier, delivery).map(result -> new Tried(delivery, result)))
        .merge(courier.atOnce())
        .onItem()
        .transformToUniAndConcatenate(this::settle)
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Sending> send(Courier courier, Delivery delivery) {
    if (delivery.worthless(clock.instant())) {
      return Uni.createFrom().item(new Refused("expired"));
    }
    if (delivery.ofNewerVersion()) {
      // In a rollout: a replica that knows it comes by, and must look first where this one must.
      return Uni.createFrom().item(new Deferred(Duration.ZERO, delivery.inDoubt()));
    }
    return courier.send(delivery);
  }

  private Uni<Void> settle(Tried tried) {
    outcomes.tried(tried.delivery(), tried.result());
    // What went out must be noted, else it goes out again when the claim lapses.
    return settling
        .settle(tried.delivery(), tried.result())
        .onFailure()
        .retry()
        .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
        .expireIn(NOTING.toMillis());
  }

  private record Tried(Delivery delivery, Sending result) {}
}
