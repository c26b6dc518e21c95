package dev.latchkey.local.launcher;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs {@code up} in a process that stays, and returns when that is ready. */
final class Detached {

  private static final int PAUSE_MILLIS = 100;

  private final Installation installation;
  private final boolean executables;

  Detached(Installation installation, boolean executables) {
    this.installation = installation;
    this.executables = executables;
  }

  /** Returns the exit code; shows meanwhile what the other process says. */
  int start() throws IOException, InterruptedException {
    installation.make();
    var log = installation.log("up");
    Files.deleteIfExists(log);
    var process =
        new ProcessBuilder(command())
            .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
            .redirectErrorStream(true)
            .redirectOutput(log.toFile())
            .start();
    // Who presses Ctrl-C before it is ready does not want it.
    var regret = new Thread(() -> giveUp(process), "regret");
    Runtime.getRuntime().addShutdownHook(regret);
    long shown = 0;
    while (process.isAlive() && !ready(process)) {
      shown = show(log, shown);
      TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    }
    boolean ready = process.isAlive();
    Runtime.getRuntime().removeShutdownHook(regret);
    TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
    var unused = show(log, shown);
    return ready ? 0 : 1;
  }

  private static void giveUp(Process process) {
    process.destroy();
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      process.destroyForcibly();
    }
  }

  private boolean ready(Process process) throws IOException {
    return RunningState.of(installation)
        .filter(state -> state.ready() && state.supervisor().pid() == process.pid())
        .isPresent();
  }

  private static long show(Path log, long from) throws IOException {
    try (var file = new RandomAccessFile(log.toFile(), "r")) {
      var fresh = new byte[Math.toIntExact(file.length() - from)];
      file.seek(from);
      file.readFully(fresh);
      System.out.print(new String(fresh, UTF_8));
      System.out.flush();
      return from + fresh.length;
    }
  }

  /** Out of the terminal's session, so that its end is not ours. */
  private List<String> command() {
    var command = new ArrayList<>(List.of(onPath("setsid") ? "setsid" : "nohup"));
    command.addAll(ThisProgram.command("up", "--data", installation.data().toString()));
    if (executables) {
      command.add("--native");
    }
    return command;
  }

  private static boolean onPath(String program) {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .anyMatch(folder -> Files.isExecutable(Path.of(folder, program)));
  }
}
