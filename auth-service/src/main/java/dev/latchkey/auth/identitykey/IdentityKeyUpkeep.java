package dev.latchkey.auth.identitykey;

import dev.latchkey.kit.outbox.Bell;
import io.quarkus.logging.Log;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;

/** Has the keys ready before the first request, and then keeps them as the schedule wants them. */
@ApplicationScoped
class IdentityKeyUpkeep {

  /** How old a service's copy of the JWKS may be: {@code kit/identity} fetches it so often. */
  private static final Duration STALE = Duration.ofSeconds(60);

  private static final Duration PATIENCE = Duration.ofSeconds(20);

  private final IdentityKeys table;
  private final SigningKeys keys;
  private final IdentityKeyRotation rotation;
  private final IdentityKeyConfig config;
  private final Clock clock;
  private final Vertx vertx;
  private final AtomicBoolean busy = new AtomicBoolean();
  private long timer;
  private Runnable deafen = () -> {};

  IdentityKeyUpkeep(
      IdentityKeys table,
      SigningKeys keys,
      IdentityKeyRotation rotation,
      IdentityKeyConfig config,
      Clock clock,
      Vertx vertx) {
    this.table = table;
    this.keys = keys;
    this.rotation = rotation;
    this.config = config;
    this.clock = clock;
    this.vertx = vertx;
  }

  void start(@Observes StartupEvent start, Bell bell) {
    var shortest = STALE.plus(config.reload());
    if (config.publishLead().compareTo(shortest) <= 0) {
      throw new IllegalStateException(
          "latchkey.identity-key.publish-lead must be more than "
              + shortest
              + ", or services meet identities whose key they don't know yet");
    }
    // Waiting is right here: this is the main thread, and the ports open after it.
    keys.reload()
        .chain(this::beginIfEmpty)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .subscribe()
        .asCompletionStage()
        .join();
    deafen = bell.listen(IdentityKeys.CHANNEL, kid -> tend(), this::tend);
    timer = vertx.setPeriodic(config.reload().toMillis(), number -> tend());
  }

  @PreDestroy
  void stop() {
    deafen.run();
    vertx.cancelTimer(timer);
  }

  private Uni<KeySchedule> beginIfEmpty(KeySchedule schedule) {
    return schedule.newest().isPresent()
        ? Uni.createFrom().item(schedule)
        : rotation.begin().chain(keys::reload);
  }

  /** Looks once; a look that is still going on counts for this one too. */
  private void tend() {
    if (!busy.compareAndSet(false, true)) {
      return;
    }
    keys.reload()
        .chain(this::rotateIfDue)
        .chain(() -> table.destroyRetired(clock.instant()))
        .onTermination()
        .invoke(() -> busy.set(false))
        .subscribe()
        .with(nothing -> {}, this::log);
  }

  private Uni<Void> rotateIfDue(KeySchedule schedule) {
    return schedule.isDue(clock.instant(), config.rotateEvery())
        ? rotation.rotate().replaceWithVoid()
        : Uni.createFrom().voidItem();
  }

  private void log(Throwable failure) {
    Log.warnf("identity keys not read, those in memory go on outcome=%s", failure.toString());
  }
}
