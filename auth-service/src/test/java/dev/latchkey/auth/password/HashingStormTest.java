package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class HashingStormTest {

  private static final int STORM = 200;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PasswordHashing hashing = HashingOf.defaults().meters(meters).build();

  /** In the order in which they came. */
  private record Answer(boolean refused, boolean sameContext) {}

  @AfterEach
  void stop() {
    hashing.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  @Tag("attack-72")
  void a_storm_is_refused_at_once_and_not_after_those_who_were_let_in()
      throws InterruptedException {
    var answers = storm();

    var refused = answers.stream().filter(Answer::refused).toList();
    assertThat(answers).hasSize(STORM).allMatch(Answer::sameContext);
    assertThat(refused).hasSizeBetween(STORM / 2, STORM - 1);
    assertThat(answers.getLast().refused()).as("the last answer is a hash").isFalse();
    assertThat(refusals()).isEqualTo(refused.size());
    assertThat(meters.get("latchkey.password.queue").gauge().value()).isZero();
  }

  @Test
  void after_the_storm_everybody_is_let_in_again() throws InterruptedException {
    storm();

    assertThat(storm()).anyMatch(answer -> !answer.refused());
  }

  /** All at once, on one event loop, one a turn, as requests come. */
  private List<Answer> storm() throws InterruptedException {
    var answers = new ConcurrentLinkedQueue<Answer>();
    var all = new CountDownLatch(STORM);
    var password = Password.of("correct horse battery staple");
    var context = vertx.getOrCreateContext();
    for (int i = 0; i < STORM; i++) {
      context.runOnContext(nothing -> {
        hashing
            .hash(password)
            .map(hash -> false)
            .onFailure(HashingBusy.class)
            .recoverWithItem(true)
            .subscribe()
            .with(refused -> {
              answers.add(new Answer(refused, Vertx.currentContext() == context));
              all.countDown();
            });
      });
    }
    assertThat(all.await(30, TimeUnit.SECONDS)).isTrue();
    return List.copyOf(answers);
  }

  private double refusals() {
    return meters.get("latchkey.password.refused").counter().count();
  }
}
