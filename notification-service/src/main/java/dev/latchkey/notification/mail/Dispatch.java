package dev.latchkey.notification.mail;

import io.quarkus.scheduler.Scheduled;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Sends what is due: claim, send, settle, each on its own, because a mail server is slow and no
 * transaction may wait for it. A process that dies in between leaves a claim that lapses, and the
 * mail is sent by the next one: rather twice than never, since somebody waits for a link.
 */
@ApplicationScoped
class Dispatch {

  private static final Logger log = Logger.getLogger(Dispatch.class);

  private final Claiming claiming;
  private final Courier courier;
  private final Settling settling;
  private final MailConfig config;

  Dispatch(Claiming claiming, Courier courier, Settling settling, MailConfig config) {
    this.claiming = claiming;
    this.courier = courier;
    this.settling = settling;
    this.config = config;
  }

  /** Sends all that is due, one after another. Several processes share the work. */
  @Scheduled(every = "1s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  Uni<Void> sendDue() {
    return Multi.createBy()
        .repeating()
        .uni(this::sendNext)
        .whilst(found -> found)
        .onItem()
        .ignoreAsUni()
        // PostgreSQL is away: the next second is the next try. Its text may quote values.
        .onFailure()
        .invoke(away -> log.warnf("mails wait cause=%s", away.getClass().getName()))
        .onFailure()
        .recoverWithNull();
  }

  /** False when nothing is due. */
  private Uni<Boolean> sendNext() {
    return claiming
        .claim()
        .chain(claimed ->
            claimed
                .map(delivery -> deliver(delivery).replaceWith(true))
                .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Void> deliver(Delivery claimed) {
    return courier
        .send(claimed)
        .invoke(result -> note(claimed, result))
        // A mail that went out must be noted, else it goes out again when the claim lapses.
        .chain(result ->
            settling
                .settle(claimed, result)
                .onFailure()
                .retry()
                .withBackOff(Duration.ofMillis(100), Duration.ofSeconds(2))
                .expireIn(config.claim().toMillis() / 2));
  }

  private static void note(Delivery claimed, Sending result) {
    var outcome =
        switch (result) {
          case Sending.Taken taken -> "sent";
          case Sending.Deferred deferred -> "deferred";
          case Sending.Refused refused -> refused.reason();
        };
    log.infof(
        "mail tried messageId=%s accountId=%s kind=%s attempt=%d outcome=%s",
        claimed.message(), claimed.account(), claimed.kind, claimed.attempts, outcome);
  }
}
