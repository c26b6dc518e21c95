package dev.latchkey.bench.peer;

import dev.latchkey.bench.CpuTime;
import dev.latchkey.e2e.http.Call;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/** One call that ends all sessions of somebody, and what it sets off. */
final class Endings {

  static final String HEAD =
      """
      | sessions | system | the call, ms | until the newest is refused, ms | CPU ms within 2 s |
      |---|---|---|---|---|\
      """;

  private static final int SETTLING_SECONDS = 2;
  private static final int PATIENCE_SECONDS = 60;
  private static final double NANOS_A_MILLI = 1_000_000;

  private Endings() {}

  /**
   * Sends the call, once; a line below {@link #HEAD}.
   *
   * @param newest whether the newest session is still believed
   */
  static String row(
      int sessions, String system, Call ending, BooleanSupplier newest, Servers servers)
      throws InterruptedException, SQLException {
    var processes = servers.processes().keySet();
    var before = CpuTime.of(processes);
    long begin = System.nanoTime();
    var answer = ending.send();
    long answered = System.nanoTime();
    if (!answer.ok()) {
      throw new IllegalStateException(system + " says " + answer);
    }
    while (newest.getAsBoolean()) {
      if (System.nanoTime() - answered > TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS)) {
        throw new IllegalStateException(system + " has a session that does not end");
      }
    }
    long refused = System.nanoTime();
    TimeUnit.SECONDS.sleep(SETTLING_SECONDS);
    var cpu = Duration.ofNanos(CpuTime.of(processes).since(before));
    return String.format(
        Locale.ROOT,
        "| %,d | %s | %.0f | %.0f | %d |",
        sessions,
        system,
        (answered - begin) / NANOS_A_MILLI,
        (refused - begin) / NANOS_A_MILLI,
        cpu.toMillis());
  }
}
