package dev.latchkey.e2e.attack;

import dev.latchkey.e2e.http.Answer;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** Calls that go on at a steady rate beside a test, whatever becomes of those before. */
final class SteadyLoad implements AutoCloseable {

  private static final long SECOND = TimeUnit.SECONDS.toNanos(1);
  private static final long PATIENCE_S = 60;

  /** A call of a kind; it may ask more than once for its one answer. */
  record Asked(String kind, Supplier<Answer> call) {}

  private final List<Asked> calls;
  private final Queue<Samples.Sample> samples = new ConcurrentLinkedQueue<>();
  private final AtomicInteger turn = new AtomicInteger();
  private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor();
  private final ExecutorService callers = Executors.newVirtualThreadPerTaskExecutor();

  private SteadyLoad(List<Asked> calls) {
    this.calls = List.copyOf(calls);
  }

  /** So many a second, each kind in its turn. */
  static SteadyLoad of(int perSecond, List<Asked> calls) {
    var load = new SteadyLoad(calls);
    var _ = load.clock.scheduleAtFixedRate(load::next, 0, SECOND / perSecond, TimeUnit.NANOSECONDS);
    return load;
  }

  /** What was answered until now. */
  Samples soFar() {
    return new Samples(List.copyOf(samples));
  }

  /** Sends no more, and waits for the answers that are due. */
  Samples stop() {
    close();
    return soFar();
  }

  @Override
  public void close() {
    clock.shutdownNow();
    callers.shutdown();
    try {
      if (!callers.awaitTermination(PATIENCE_S, TimeUnit.SECONDS)) {
        throw new IllegalStateException("calls without an answer");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private void next() {
    var asked = calls.get(Math.floorMod(turn.getAndIncrement(), calls.size()));
    var _ = callers.submit(() -> ask(asked));
  }

  private void ask(Asked asked) {
    long begun = System.nanoTime();
    int status;
    try {
      status = asked.call().get().status();
    } catch (UncheckedIOException noAnswer) {
      status = Samples.NO_ANSWER;
    }
    var took = Duration.ofNanos(System.nanoTime() - begun);
    samples.add(new Samples.Sample(asked.kind(), status, begun, took));
  }
}
