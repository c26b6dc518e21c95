package dev.latchkey.kit.outbox.relay;

import dev.latchkey.contracts.event.EventType;
import dev.latchkey.kit.outbox.Bell;
import io.quarkus.logging.Log;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.vertx.mutiny.core.Vertx;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/**
 * When the outbox is carried to Kafka: at the bell that each commit rings, or soon after it where
 * the fact may wait; every five seconds in case a ring was lost; and after a failure again, less
 * and less often.
 */
@ApplicationScoped
class Relay {

  // After everything else has started: a message sent before the channel is connected is refused
  // (SRMSG00019).
  private static final int LATE = 10_000;

  private static final String BELL = "outbox";
  private static final Duration CADENCE = Duration.ofSeconds(5);

  /**
   * Facts that may wait go out together: what a round costs here, at the broker and at each hearer
   * is nearly the same for one as for ten.
   */
  private static final Duration GATHERING = Duration.ofMillis(250);

  private static final Duration LONGEST_ROUND = Duration.ofMinutes(1);
  private static final long FIRST_PAUSE_MS = 250;
  private static final long LONGEST_PAUSE_MS = 2_000;

  private enum State {
    IDLE,
    AT_IT,
    AT_IT_AND_RUNG
  }

  private final Relaying relaying;
  private final Backlog backlog;
  private final Bell bell;
  private final Vertx vertx;
  private final AtomicReference<State> state = new AtomicReference<>(State.IDLE);
  private final AtomicBoolean gathering = new AtomicBoolean();
  private volatile long cadence;
  private volatile long pause = FIRST_PAUSE_MS;
  private volatile boolean stopped;

  Relay(Relaying relaying, Backlog backlog, Bell bell, Vertx vertx) {
    this.relaying = relaying;
    this.backlog = backlog;
    this.bell = bell;
    this.vertx = vertx;
  }

  void start(@Observes @Priority(LATE) StartupEvent event) {
    var unused = bell.listen(BELL, this::rung, this::ring);
    cadence =
        vertx.setPeriodic(
            CADENCE.toMillis(),
            timer -> {
              ring();
              backlog.measure();
            });
    ring();
  }

  void stop(@Observes ShutdownEvent event) {
    stopped = true;
    vertx.cancelTimer(cadence);
  }

  /**
   * At a commit.
   *
   * @param type of the fact that was appended, as the record has it; one that is not known here, of
   *     a newer version, does not wait
   */
  private void rung(String type) {
    if (EventType.ofType(type).filter(EventType::mayWait).isEmpty()) {
      ring();
    } else if (gathering.compareAndSet(false, true)) {
      vertx.setTimer(GATHERING.toMillis(), timer -> gathered());
    }
  }

  /** Who rings from now on may not be seen by the round that begins here, and waits for another. */
  private void gathered() {
    gathering.set(false);
    ring();
  }

  private void ring() {
    var before = state.getAndUpdate(now -> now == State.IDLE ? State.AT_IT : State.AT_IT_AND_RUNG);
    if (before == State.IDLE) {
      round();
    }
  }

  private void round() {
    if (stopped) {
      return;
    }
    relaying
        .round()
        .ifNoItem()
        .after(LONGEST_ROUND)
        .fail()
        .subscribe()
        .with(this::after, failure -> pause(failure));
  }

  private void after(Delivery delivery) {
    switch (delivery) {
      case Delivery.Sent(int rows) -> {
        pause = FIRST_PAUSE_MS;
        if (rows == Relaying.BATCH) {
          round();
        } else {
          // All there was: what is committed since the round has read rings.
          rest();
        }
      }
      case Delivery.Broken broken -> pause(broken.failure());
      case Delivery.Nothing nothing -> {
        pause = FIRST_PAUSE_MS;
        rest();
      }
    }
  }

  /** Rings that came meanwhile are rows that the last round may not have seen. */
  private void rest() {
    var now = state.updateAndGet(was -> was == State.AT_IT ? State.IDLE : State.AT_IT);
    if (now == State.AT_IT) {
      round();
    }
  }

  private void pause(Throwable failure) {
    if (stopped) {
      return;
    }
    Log.warnf("outbox is not carried outcome=retry pauseMs=%d cause=%s", pause, failure);
    vertx.setTimer(pause, timer -> round());
    pause = Math.min(pause * 2, LONGEST_PAUSE_MS);
  }
}
