package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingStormTest {

  private static final int STORM = 200;

  private final Vertx vertx = Vertx.vertx();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final PasswordHashing hashing = HashingOf.defaults().meters(meters).build();

  private record Answer(boolean refused, Duration after, boolean sameContext) {}

  @AfterEach
  void stop() {
    hashing.stop();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void a_storm_is_refused_quickly_and_the_event_loop_keeps_turning() throws InterruptedException {
    storm(); // Loads classes and compiles, which a running service has behind it.
    double before = refusals();
    var stalls = longestStall();

    var answers = storm();

    var refused = answers.stream().filter(Answer::refused).toList();
    assertThat(answers).hasSize(STORM).allMatch(Answer::sameContext);
    assertThat(refused).hasSizeBetween(STORM / 2, STORM - 1);
    assertThat(refused)
        .allSatisfy(one -> assertThat(one.after()).isLessThan(Duration.ofMillis(200)));
    assertThat(stalls.get()).as("longest stall, ns").isLessThan(Duration.ofMillis(200).toNanos());
    assertThat(refusals() - before).isEqualTo(refused.size());
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
        long begin = System.nanoTime();
        hashing
            .hash(password)
            .map(hash -> false)
            .onFailure(HashingBusy.class)
            .recoverWithItem(true)
            .subscribe()
            .with(refused -> {
              var after = Duration.ofNanos(System.nanoTime() - begin);
              answers.add(new Answer(refused, after, Vertx.currentContext() == context));
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

  private AtomicLong longestStall() {
    var longest = new AtomicLong();
    var last = new AtomicLong(System.nanoTime());
    vertx.setPeriodic(
        5,
        timer -> {
          long now = System.nanoTime();
          longest.accumulateAndGet(now - last.getAndSet(now), Math::max);
        });
    return longest;
  }
}
