package dev.latchkey.local.launcher.house;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What runs, as {@code up.json} has it.
 *
 * @param url where clients go
 * @param ready true once everything is ready and seeded
 * @param supervisor process that runs the platform
 * @param ports by name: {@code gateway}, {@code auth-service}, {@code auth-service.internal},
 *     {@code postgres} and so on
 * @param processes all processes that the supervisor started, by name
 */
public record RunningState(
    String url,
    boolean ready,
    ProcessId supervisor,
    Map<String, Integer> ports,
    Map<String, ProcessId> processes) {

  public RunningState {
    ports = Map.copyOf(ports);
    processes = Map.copyOf(processes);
  }

  /**
   * A process that is not mistaken for a later one of the same number.
   *
   * @param started milliseconds since 1970; 0 when the system does not say
   */
  public record ProcessId(long pid, long started) {

    private static final long TOLERANCE_MILLIS = 3_000;

    public static ProcessId of(ProcessHandle process) {
      return new ProcessId(process.pid(), started(process));
    }

    /** The process, if it is still there. */
    public Optional<ProcessHandle> handle() {
      return ProcessHandle.of(pid).filter(process -> process.isAlive() && same(started(process)));
    }

    /** Linux counts from the boot, and its time of the boot moves with the clock. */
    private boolean same(long other) {
      return Math.abs(other - started) <= TOLERANCE_MILLIS;
    }

    private static long started(ProcessHandle process) {
      return process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
    }
  }

  private static JsonFile<RunningState> file(Installation installation) {
    return new JsonFile<>(installation.state(), RunningState.class);
  }

  /** What was written last, whether it still runs or not. */
  public static Optional<RunningState> last(Installation installation) throws IOException {
    return file(installation).read();
  }

  /** What runs now. */
  public static Optional<RunningState> of(Installation installation) throws IOException {
    return last(installation).filter(state -> state.supervisor().handle().isPresent());
  }

  public void write(Installation installation) throws IOException {
    file(installation).write(this);
  }

  /** A port by name. */
  public int port(String name) {
    var port = ports.get(name);
    if (port == null) {
      throw new IllegalArgumentException("no port " + name);
    }
    return port;
  }
}
