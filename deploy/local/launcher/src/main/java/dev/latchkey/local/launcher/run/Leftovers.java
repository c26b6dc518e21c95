package dev.latchkey.local.launcher.run;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.RunningState;
import dev.latchkey.local.launcher.house.RunningState.ProcessId;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** What an earlier run left behind when it was killed: mostly nothing, as children are leashed. */
public final class Leftovers {

  private static final Duration GRACE = Duration.ofSeconds(15);
  private static final int PAUSE_MILLIS = 50;

  private Leftovers() {}

  /** Waits for the processes of the last run to end by themselves, and ends those that do not. */
  public static void sweep(Installation installation) throws IOException, InterruptedException {
    awaitEnd(processes(installation));
    end(installation);
  }

  /** Ends what is still there of the processes in {@code up.json}. */
  public static void end(Installation installation) throws IOException, InterruptedException {
    var processes = processes(installation);
    for (var way : List.<Ending>of(ProcessHandle::destroy, Leftovers::kill)) {
      handles(processes).forEach(way::end);
      awaitEnd(processes);
    }
  }

  private static List<ProcessId> processes(Installation installation) throws IOException {
    return RunningState.last(installation)
        .map(state -> List.copyOf(state.processes().values()))
        .orElse(List.of());
  }

  /** One way of ending a process, gentle or not. */
  private interface Ending {
    boolean end(ProcessHandle process);
  }

  private static boolean kill(ProcessHandle process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    return process.destroyForcibly();
  }

  private static void awaitEnd(List<ProcessId> processes) throws InterruptedException {
    long deadline = System.nanoTime() + GRACE.toNanos();
    while (!handles(processes).isEmpty() && System.nanoTime() < deadline) {
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
  }

  private static List<ProcessHandle> handles(List<ProcessId> processes) {
    return processes.stream().map(ProcessId::handle).flatMap(Optional::stream).toList();
  }
}
