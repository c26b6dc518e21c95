package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HashingQueueTest {

  private final CountDownLatch gate = new CountDownLatch(1);
  private final AtomicInteger done = new AtomicInteger();
  private final List<CompletableFuture<Integer>> entered = new ArrayList<>();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private HashingQueue queue = queue(1, Duration.ofMillis(50));

  @AfterEach
  void stop() {
    gate.countDown();
    queue.close();
  }

  @Test
  void as_many_wait_as_can_be_done_in_150_ms() {
    // One runs and three wait: 3 x 50 ms.
    enter(4);

    assertThat(queue.waiting()).isEqualTo(3);
    assertThatThrownBy(() -> work().await().indefinitely())
        .isInstanceOfSatisfying(
            HashingBusy.class,
            busy -> {
              assertThat(busy.problem().status()).isEqualTo(503);
              assertThat(busy.problem().headers()).containsEntry("Retry-After", "1");
            });
  }

  @Test
  void there_is_room_as_long_as_one_more_may_wait_and_asking_takes_none() {
    enter(3);
    for (int i = 0; i < 10; i++) {
      queue.room().await().indefinitely();
    }

    enter(1);

    assertThatThrownBy(() -> queue.room().await().indefinitely()).isInstanceOf(HashingBusy.class);
    assertThat(queue.waiting()).isEqualTo(3);
  }

  @Test
  void two_threads_have_twice_as_many_waiting() {
    queue.close();
    queue = queue(2, Duration.ofMillis(50));

    enter(8);

    assertThat(queue.waiting()).isEqualTo(6);
    assertThatThrownBy(() -> work().await().indefinitely()).isInstanceOf(HashingBusy.class);
  }

  @Test
  void however_slow_it_is_an_idle_thread_takes_work() {
    queue.close();
    queue = queue(1, Duration.ofSeconds(10));

    var first = enter();

    assertThatThrownBy(() -> work().await().indefinitely()).isInstanceOf(HashingBusy.class);
    gate.countDown();
    first.join();
    assertThat(enter().join()).isEqualTo(2);
  }

  @Test
  void the_measured_time_replaces_the_guess() {
    gate.countDown();
    queue.close();
    queue = queue(1, Duration.ofSeconds(1));

    for (int i = 0; i < 20; i++) {
      enter().join();
    }

    // 1 s x (7/8)^20 is 70 ms: a second one may wait now.
    var blocked = new CountDownLatch(1);
    queue.run(() -> await(blocked)).subscribe().with(nothing -> {});
    var second = enter();
    blocked.countDown();
    assertThat(second.join()).isPositive();
  }

  @Test
  void work_whose_caller_hung_up_is_not_done() {
    enter(1);
    var hungUp = work().subscribe().with(nothing -> {});

    hungUp.cancel();
    gate.countDown();

    Awaitility.await().until(() -> queue.waiting() == 0);
    assertThat(enter().join()).isEqualTo(2);
  }

  @Test
  void a_failure_is_passed_on_and_frees_its_place() {
    gate.countDown();

    for (int i = 0; i < 20; i++) {
      assertThatThrownBy(() -> queue.run(HashingQueueTest::fail).await().indefinitely())
          .hasMessage("no");
    }

    assertThat(queue.waiting()).isZero();
    assertThat(meters.get("latchkey.password.failed").counter().count()).isEqualTo(20);
    assertThat(meters.get("latchkey.password.hash").timer().count()).isZero();
  }

  @Test
  void no_memory_is_a_reason_to_come_again_and_counted() {
    var nothing = queue.run(HashingQueueTest::withoutMemory);

    assertThatThrownBy(() -> nothing.await().indefinitely())
        .isInstanceOfSatisfying(
            HashingBusy.class,
            busy -> {
              assertThat(busy.problem().status()).isEqualTo(503);
              assertThat(busy.problem().headers()).containsEntry("Retry-After", "1");
            });
    assertThat(meters.get("latchkey.password.failed").counter().count()).isEqualTo(1);
    assertThat(meters.get("latchkey.password.refused").counter().count()).isZero();
  }

  private HashingQueue queue(int threads, Duration guess) {
    return new HashingQueue(threads, Duration.ofMillis(150), guess, meters);
  }

  private void enter(int times) {
    for (int i = 0; i < times; i++) {
      entered.add(enter());
    }
  }

  private CompletableFuture<Integer> enter() {
    return work().subscribeAsCompletionStage();
  }

  private Uni<Integer> work() {
    return queue.run(() -> {
      await(gate);
      return done.incrementAndGet();
    });
  }

  private static String withoutMemory() {
    throw new OutOfMemoryError("no memory for a hash");
  }

  private static String fail() {
    throw new IllegalStateException("no");
  }

  private static boolean await(CountDownLatch latch) {
    try {
      latch.await();
      return true;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
