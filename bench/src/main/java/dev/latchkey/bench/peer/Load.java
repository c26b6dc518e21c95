package dev.latchkey.bench.peer;

import dev.latchkey.bench.CpuTime;
import java.time.Duration;
import java.util.Collection;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.HdrHistogram.ConcurrentHistogram;

/** A closed loop: some clients, each of whom begins the next deed when the last one is done. */
final class Load {

  private static final int DIGITS = 3;

  private final Deed deed;
  private final int clients;
  private final Supplier<Collection<Long>> servers;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param servers the processes whose time counts
   */
  Load(Deed deed, int clients, Supplier<Collection<Long>> servers) {
    this.deed = deed;
    this.clients = clients;
    this.servers = servers;
  }

  /** So long; what has begun by then is finished and counts. */
  Stretch last(Duration time) throws InterruptedException {
    var micros = new ConcurrentHistogram(DIGITS);
    var done = new AtomicInteger();
    var failed = new AtomicInteger();
    var processes = servers.get();
    var before = CpuTime.of(processes);
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int client = 0; client < clients; client++) {
        hands.execute(() -> {
          while (System.nanoTime() < end) {
            long began = System.nanoTime();
            if (deed.done(turn.getAndIncrement())) {
              micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
              done.incrementAndGet();
            } else {
              failed.incrementAndGet();
            }
          }
        });
      }
      hands.shutdown();
      hands.awaitTermination(time.toSeconds() + 60, TimeUnit.SECONDS);
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    var cpu = Duration.ofNanos(CpuTime.of(processes).since(before));
    return new Stretch(done.get(), failed.get(), took, cpu, micros);
  }
}
