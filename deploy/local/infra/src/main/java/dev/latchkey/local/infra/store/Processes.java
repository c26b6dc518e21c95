package dev.latchkey.local.infra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A server's processes: how they end, and how those of an earlier run are known. */
public final class Processes {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private Processes() {}

  /**
   * Ends what an earlier run left behind in a data directory, when it was killed too fast to stop
   * its servers. A process is only touched when its program has that name and it was started with,
   * or works in, exactly this directory.
   *
   * @return how many there were
   */
  public static int endLeftovers(String program, Path data, Signal signal) {
    var left =
        ProcessHandle.allProcesses()
            .filter(process -> runs(process, program) && worksIn(process, data))
            .toList();
    end(left, signal);
    return left.size();
  }

  /** Ends a server and all its children: with the signal, after ten seconds with KILL. */
  public static void end(ProcessHandle server, Signal signal) {
    end(Stream.concat(Stream.of(server), server.descendants()).toList(), signal);
  }

  private static void end(List<ProcessHandle> family, Signal signal) {
    Set<ProcessHandle> members = Set.copyOf(family);
    for (var member : family) {
      boolean child = member.parent().map(members::contains).orElse(false);
      if (!child) {
        signal.send(member.pid());
      }
    }
    // A test may have stopped it with SIGSTOP; nothing but KILL arrives until it goes on.
    family.stream()
        .filter(ProcessHandle::isAlive)
        .forEach(member -> Signal.CONT.send(member.pid()));
    if (!gone(family)) {
      family.forEach(ProcessHandle::destroyForcibly);
      gone(family);
    }
  }

  private static boolean gone(List<ProcessHandle> family) {
    var exits = family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
    try {
      CompletableFuture.allOf(exits).get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException | ExecutionException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static boolean runs(ProcessHandle process, String program) {
    // Linux adds " (deleted)" when the unpacked program is gone.
    return process
        .info()
        .command()
        .map(command -> command.replace(" (deleted)", "").endsWith("/" + program))
        .orElse(false);
  }

  private static boolean worksIn(ProcessHandle process, Path data) {
    var arguments =
        Stream.of(process.info().arguments().orElse(new String[0])).collect(Collectors.toSet());
    if (arguments.contains(data.toString())) {
      return true;
    }
    try {
      return Files.readSymbolicLink(Path.of("/proc/" + process.pid() + "/cwd")).equals(data);
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }
}
