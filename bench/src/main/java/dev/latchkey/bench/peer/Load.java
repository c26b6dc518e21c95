package dev.latchkey.bench.peer;

import dev.latchkey.bench.CpuTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.HdrHistogram.ConcurrentHistogram;

/** A closed loop: some clients, each of whom begins the next deed when the last one is done. */
final class Load {

  private static final int DIGITS = 3;

  private final Deed deed;
  private final int clients;
  private final Servers servers;
  private final AtomicInteger turn = new AtomicInteger();

  /**
   * @param servers whose time counts
   */
  Load(Deed deed, int clients, Servers servers) {
    this.deed = deed;
    this.clients = clients;
    this.servers = servers;
  }

  /** So long; what has begun by then is finished and counts. A deed that throws ends it all. */
  Stretch last(Duration time) throws InterruptedException, ExecutionException, SQLException {
    var micros = new ConcurrentHistogram(DIGITS);
    var failed = new AtomicInteger();
    var processes = servers.processes();
    var before = CpuTime.of(processes.keySet());
    long begin = System.nanoTime();
    long end = begin + time.toNanos();
    try (var hands = Executors.newVirtualThreadPerTaskExecutor()) {
      Runnable client =
          () -> {
            while (System.nanoTime() < end) {
              long began = System.nanoTime();
              if (deed.done(turn.getAndIncrement())) {
                micros.recordValue(TimeUnit.NANOSECONDS.toMicros(System.nanoTime() - began));
              } else {
                failed.incrementAndGet();
              }
            }
          };
      for (var each : Stream.generate(() -> hands.submit(client)).limit(clients).toList()) {
        each.get();
      }
    }
    var took = Duration.ofNanos(System.nanoTime() - begin);
    var now = CpuTime.of(processes.keySet());
    var cpu = named(now.sinceByProcess(before), processes);
    var compiling = Duration.ofNanos(now.compilingSince(before));
    return new Stretch(failed.get(), took, cpu, compiling, micros);
  }

  private static Map<String, Duration> named(Map<Long, Long> nanos, Map<Long, String> processes) {
    var cpu = new HashMap<String, Duration>();
    nanos.forEach((process, used) ->
        cpu.merge(processes.getOrDefault(process, ""), Duration.ofNanos(used), Duration::plus));
    return cpu;
  }
}
