package dev.latchkey.auth.password;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;

/**
 * Threads of its own for work that keeps a core busy. It refuses at once what could not begin soon:
 * in a storm of sign-ins those that are let in stay quick, and so does everything else. For that
 * the event loops need a core that no thread of these has; where there is one processor, they share
 * it, and a hash delays them.
 */
final class HashingQueue implements AutoCloseable {

  /** A refused caller may come back then; by that time today's queue has long been worked off. */
  private static final Duration RETRY_AFTER = Duration.ofSeconds(1);

  /** The moving average is seven parts old and one part new. */
  private static final int MEMORY = 8;

  private final int threads;
  private final long longestWait;
  private final ExecutorService workers;
  private final AtomicInteger unfinished = new AtomicInteger();
  private final AtomicLong average;
  private final Timer timer;
  private final Counter refused;
  private final Counter failed;

  /**
   * Starts the threads.
   *
   * @param longestWait most work that may wait, counted in time of all threads together
   * @param guess how long one piece of work takes, until it was measured
   */
  HashingQueue(int threads, Duration longestWait, Duration guess, MeterRegistry meters) {
    this.threads = threads;
    this.longestWait = longestWait.toNanos();
    this.average = new AtomicLong(guess.toNanos());
    this.workers =
        Executors.newFixedThreadPool(
            threads, Thread.ofPlatform().daemon().name("password-hashing-", 0).factory());
    this.timer =
        Timer.builder("latchkey.password.hash").description("time of one hash").register(meters);
    this.refused =
        Counter.builder("latchkey.password.refused")
            .description("passwords not hashed because too many were waiting")
            .register(meters);
    this.failed =
        Counter.builder("latchkey.password.failed")
            .description("hashes begun and not finished: no memory, or a fault")
            .register(meters);
    Gauge.builder("latchkey.password.queue", this, HashingQueue::waiting)
        .description("passwords that wait for a thread")
        .strongReference(true)
        .register(meters);
  }

  /**
   * Does the work on one of the threads; the answer comes on the caller's Vert.x context.
   *
   * @return fails with {@link HashingBusy} at once when too much is waiting, or later when there
   *     was no memory
   */
  <T> Uni<T> run(Supplier<T> work) {
    return Uni.createFrom()
        .deferred(() -> Uni.createFrom().<T>emitter(to -> enter(work, to)).emitOn(caller()));
  }

  /**
   * Asks without taking a place: whoever would be refused now need not be looked up first.
   *
   * @return fails with {@link HashingBusy} at once when too much is waiting
   */
  Uni<Void> room() {
    return Uni.createFrom()
        .deferred(() -> {
          if (fits(unfinished.get())) {
            return Uni.createFrom().voidItem();
          }
          refused.increment();
          return Uni.createFrom().failure(new HashingBusy(RETRY_AFTER));
        });
  }

  private static Executor caller() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
  }

  private <T> void enter(Supplier<T> work, UniEmitter<? super T> to) {
    if (!admit()) {
      refused.increment();
      to.fail(new HashingBusy(RETRY_AFTER));
      return;
    }
    // A caller who hung up while waiting must not cost a hash.
    var gone = new AtomicBoolean();
    to.onTermination(() -> gone.set(true));
    try {
      workers.execute(() -> {
        if (gone.get()) {
          unfinished.decrementAndGet();
        } else {
          work(work, to);
        }
      });
    } catch (RejectedExecutionException shuttingDown) {
      unfinished.decrementAndGet();
      to.fail(new HashingBusy(RETRY_AFTER));
    }
  }

  private <T> void work(Supplier<T> work, UniEmitter<? super T> to) {
    long begin = System.nanoTime();
    T result;
    try {
      result = work.get();
    } catch (RuntimeException | Error e) {
      failed.increment();
      unfinished.decrementAndGet();
      // Too much at once for this machine: no fault of ours, and better in a moment.
      to.fail(e instanceof OutOfMemoryError ? new HashingBusy(RETRY_AFTER) : e);
      return;
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    average.updateAndGet(old -> old + (took.toNanos() - old) / MEMORY);
    timer.record(took);
    unfinished.decrementAndGet();
    to.complete(result);
  }

  /** Takes a place, where there is one. Where a thread is idle there always is. */
  private boolean admit() {
    while (true) {
      int now = unfinished.get();
      if (!fits(now)) {
        return false;
      }
      if (unfinished.compareAndSet(now, now + 1)) {
        return true;
      }
    }
  }

  private boolean fits(int before) {
    long waiting = Math.max(0, before + 1L - threads);
    return waiting * average.get() <= longestWait * threads;
  }

  int waiting() {
    return Math.max(0, unfinished.get() - threads);
  }

  @Override
  public void close() {
    workers.shutdown();
  }
}
