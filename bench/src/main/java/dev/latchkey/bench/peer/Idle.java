package dev.latchkey.bench.peer;

import dev.latchkey.bench.CpuTime;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;

/**
 * What servers cost while nobody asks: it is in the figures of whatever is asked, too.
 *
 * @param memory MiB
 * @param cpu milliseconds of processor time a second
 */
record Idle(long memory, double cpu) {

  private static final Duration LONG_ENOUGH = Duration.ofSeconds(10);
  private static final double NANOS_A_MILLI = 1_000_000;

  /** Takes ten seconds. */
  static Idle of(Servers servers) throws SQLException, InterruptedException {
    var processes = servers.processes().keySet();
    var before = CpuTime.of(processes);
    Thread.sleep(LONG_ENOUGH);
    long nanos = CpuTime.of(processes).since(before);
    return new Idle(Memory.of(processes), nanos / NANOS_A_MILLI / LONG_ENOUGH.toSeconds());
  }

  @Override
  public String toString() {
    return String.format(Locale.ROOT, "%d MiB, %.0f ms of processor time a second", memory, cpu);
  }
}
