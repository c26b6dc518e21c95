package dev.latchkey.kit.outbox;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** The tries of one record. Not for two records, nor two threads at a time. */
final class Patience {

  private static final int GROWTH = 4;

  private final HearingConfig config;
  private final Runnable onRetry;
  private final @Nullable Context context = Vertx.currentContext();
  private Duration pause;
  private int failures;

  Patience(HearingConfig config, Runnable onRetry) {
    this.config = config;
    this.onRetry = onRetry;
    pause = config.firstPause();
  }

  /**
   * Answers, with the pause that was, when it is time to try again; fails with the failure when
   * there is no sense in it.
   */
  Uni<Duration> after(Throwable failure) {
    if (!TransientFailure.is(failure) && ++failures >= config.tries()) {
      return Uni.createFrom().failure(failure);
    }
    onRetry.run();
    var now = pause;
    pause = shorter(pause.multipliedBy(GROWTH), config.longestPause());
    // Back on the record's own context: Hibernate Reactive finds its session there only.
    return Uni.createFrom().item(now).onItem().delayIt().by(now).emitOn(this::onContext);
  }

  private void onContext(Runnable next) {
    if (context == null) {
      next.run();
    } else {
      context.runOnContext(nothing -> next.run());
    }
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }
}
