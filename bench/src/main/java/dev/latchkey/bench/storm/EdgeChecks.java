package dev.latchkey.bench.storm;

import dev.latchkey.bench.Figures;
import dev.latchkey.bench.Inside;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

/** Checks of one session at auth-service's edge, as the gateway asks there before each request. */
final class EdgeChecks {

  private static final int OK = 200;
  private static final int CONNECTIONS = 64;

  private final Inside inside;
  private final String session;
  private final Duration phase;
  private final AtomicInteger failed = new AtomicInteger();

  /**
   * @param session its token
   * @param phase how long each measurement takes
   */
  EdgeChecks(Inside inside, String session, Duration phase) {
    this.inside = inside;
    this.session = session;
    this.phase = phase;
  }

  /** Checks a second where each connection is always asked. */
  int capacity() {
    var done = new AtomicInteger();
    long end = System.nanoTime() + phase.toNanos();
    onEachConnection(() -> {
      while (System.nanoTime() < end) {
        check();
        done.incrementAndGet();
      }
    });
    return Math.toIntExact(Math.max(1, done.get() / phase.toSeconds()));
  }

  /**
   * An open loop for one phase, on as many connections as a gateway may have. Times count from when
   * a check was due, and not from when a connection was free for it: a standstill is everybody's
   * who would have come meanwhile.
   */
  void paced(int perSecond, Figures figures) {
    var next = new AtomicLong();
    long begin = System.nanoTime();
    long between = TimeUnit.SECONDS.toNanos(1) / perSecond;
    onEachConnection(() -> {
      for (long after; (after = next.getAndAdd(between)) < phase.toNanos(); ) {
        LockSupport.parkNanos(begin + after - System.nanoTime());
        check();
        figures.add(Duration.ofNanos(System.nanoTime() - begin - after));
      }
    });
  }

  /** How many were not answered as the session's. */
  int failed() {
    return failed.get();
  }

  private void check() {
    if (inside.check(session).send().status() != OK) {
      failed.incrementAndGet();
    }
  }

  private static void onEachConnection(Runnable checks) {
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      Stream.generate(() -> CompletableFuture.runAsync(checks, clients))
          .limit(CONNECTIONS)
          .toList()
          .forEach(CompletableFuture::join);
    }
  }
}
