package dev.latchkey.kit.outbox.letter;

import dev.latchkey.kit.outbox.Ears;
import dev.latchkey.kit.outbox.Hearing;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;

/**
 * Has this service hear its dead letters again, one after the other, and notes how far it came. Cut
 * off in the middle, it does some again the next time: the inbox knows them.
 */
@ApplicationScoped
class Replaying {

  /** Then it stops, and says that there are more. */
  private static final Duration LONGEST = Duration.ofSeconds(20);

  private final Letterbox letterbox;
  private final Ears ears;
  private final Hearing hearing;
  private final Vertx vertx;

  Replaying(Letterbox letterbox, Ears ears, Hearing hearing, Vertx vertx) {
    this.letterbox = letterbox;
    this.ears = ears;
    this.hearing = hearing;
    this.vertx = vertx;
  }

  /**
   * Replays, in the name of an operator.
   *
   * @return fails when Kafka is away
   */
  Uni<ReplayOutcome> replay(String operator) {
    var door = onThisContext();
    var tally = new Tally();
    return vertx
        .executeBlocking(letterbox::read, false)
        .call(found -> hear(found, tally, door))
        .invoke(found ->
            Log.infof(
                "operator acted operator=%s outcome=dead_letters_replayed %s", operator, tally))
        .call(found -> vertx.executeBlocking(() -> deal(tally), false))
        .map(tally::outcome);
  }

  private Uni<?> hear(LettersFound found, Tally tally, Executor door) {
    var end = System.nanoTime() + LONGEST.toNanos();
    return Multi.createFrom()
        .iterable(found.letters())
        .onItem()
        .transformToUniAndConcatenate(letter ->
            tally.stopped() || System.nanoTime() > end
                ? Uni.createFrom().voidItem()
                : hear(letter, tally).emitOn(door))
        .collect()
        .last();
  }

  private Uni<Void> hear(Letter letter, Tally tally) {
    if (!letter.readable()) {
      return Uni.createFrom().voidItem().invoke(() -> tally.leave(letter));
    }
    return hearing
        .again(letter.asItCame(), ears.of(letter.topic()))
        .invoke(tookEffect -> tally.heard(letter, tookEffect))
        .onFailure()
        .recoverWithItem(() -> {
          tally.stop();
          return false;
        })
        .replaceWithVoid();
  }

  private boolean deal(Tally tally) {
    letterbox.deal(tally.dealt());
    return true;
  }

  /** Back to where it began: Hibernate Reactive finds its session there only. */
  private static Executor onThisContext() {
    Context context = Objects.requireNonNull(io.vertx.core.Vertx.currentContext());
    return step -> context.runOnContext(nothing -> step.run());
  }
}
