package dev.latchkey.notification.twilio;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Threads for the SDK, which blocks: a few for sending and a few for looking up, so that a provider
 * who is slow at one holds nothing else up.
 */
@Singleton
public final class TwilioThreads {

  /** So many SMS are handed over at once. */
  public static final int SENDERS = 4;

  private static final int LOOKERS = 4;
  private static final int WAITING = 32;

  private final ExecutorService sending = threads("sms-", SENDERS);
  private final ExecutorService looking = threads("phone-line-", LOOKERS);

  /** Does it on a thread for sending; the answer comes on the caller's Vert.x context. */
  public <T> Uni<T> send(Supplier<T> work) {
    return run(sending, work);
  }

  /**
   * Does it on a thread for looking up.
   *
   * @return fails with {@link java.util.concurrent.RejectedExecutionException} at once when too
   *     many wait
   */
  public <T> Uni<T> look(Supplier<T> work) {
    return run(looking, work);
  }

  private static <T> Uni<T> run(ExecutorService threads, Supplier<T> work) {
    return Uni.createFrom()
        .deferred(() -> Uni.createFrom().item(work).runSubscriptionOn(threads).emitOn(caller()));
  }

  private static Executor caller() {
    var context = Vertx.currentContext();
    return context == null ? Runnable::run : task -> context.runOnContext(nothing -> task.run());
  }

  private static ExecutorService threads(String name, int most) {
    return new ThreadPoolExecutor(
        most,
        most,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(WAITING),
        Thread.ofPlatform().daemon().name(name, 0).factory());
  }

  @PreDestroy
  void stop() {
    sending.shutdownNow();
    looking.shutdownNow();
  }
}
