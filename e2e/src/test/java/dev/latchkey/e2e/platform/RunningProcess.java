package dev.latchkey.e2e.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * A process of the platform with everything that is needed to start another one like it: command,
 * environment and directory, as Linux' {@code /proc} has them.
 */
public record RunningProcess(
    ProcessHandle handle, List<String> command, Map<String, String> environment, Path directory) {

  private static final long PATIENCE_S = 20;

  /** The JVM closes the stdin of a child that nobody holds any more, and these end then. */
  private static final Queue<Process> CHILDREN = new ConcurrentLinkedQueue<>();

  public RunningProcess {
    command = List.copyOf(command);
    environment = Map.copyOf(environment);
  }

  /** Reads a process that runs; fails with an {@link UncheckedIOException} when it is gone. */
  public static RunningProcess of(long pid) {
    var proc = Path.of("/proc", Long.toString(pid));
    try {
      var environment = new LinkedHashMap<String, String>();
      for (var entry : zeroSeparated(proc.resolve("environ"))) {
        int equals = entry.indexOf('=');
        if (equals > 0) {
          environment.put(entry.substring(0, equals), entry.substring(equals + 1));
        }
      }
      return new RunningProcess(
          ProcessHandle.of(pid).orElseThrow(() -> new IOException("no process " + pid)),
          zeroSeparated(proc.resolve("cmdline")),
          environment,
          proc.resolve("cwd").toRealPath());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public long pid() {
    return handle.pid();
  }

  /** How much memory it holds now ({@code VmRSS}). */
  public long residentBytes() {
    try (var lines = Files.lines(Path.of("/proc", Long.toString(pid()), "status"))) {
      var size = lines.filter(line -> line.startsWith("VmRSS:")).findFirst().orElseThrow();
      return Long.parseLong(size.replaceAll("\\D", "")) * 1024;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@code kill -9}, and waits until it is gone. */
  public void kill() {
    handle.destroyForcibly();
    awaitEnd();
  }

  /** {@code kill -9} of it and its children; waits until all are gone. */
  public void killWithChildren() {
    var all = Stream.concat(Stream.of(handle), handle.descendants()).toList();
    all.forEach(ProcessHandle::destroyForcibly);
    awaitEnd();
    all.forEach(process -> process.onExit().join());
  }

  /** {@code kill}, and waits until it is gone. */
  public void end() {
    handle.destroy();
    awaitEnd();
  }

  /** Stops it and its children where they are ({@code SIGSTOP}) until {@link Paused#close}. */
  public Paused pause() {
    return pause(Stream.concat(Stream.of(handle), handle.descendants()).toList());
  }

  /** The same, without its children. */
  public Paused pauseAlone() {
    return pause(List.of(handle));
  }

  private static Paused pause(List<ProcessHandle> processes) {
    processes.forEach(process -> signal("STOP", process));
    return new Paused(processes);
  }

  /** Starts another one of the same command; {@code changes} go over its environment. */
  public RunningProcess again(Map<String, String> changes, Path log) {
    var builder =
        new ProcessBuilder(command)
            .directory(directory.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().clear();
    builder.environment().putAll(environment);
    builder.environment().putAll(changes);
    try {
      var merged = new LinkedHashMap<>(environment);
      merged.putAll(changes);
      var child = builder.start();
      CHILDREN.add(child);
      return new RunningProcess(child.toHandle(), command, merged, directory);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void awaitEnd() {
    try {
      handle.onExit().get(PATIENCE_S, TimeUnit.SECONDS);
    } catch (InterruptedException | java.util.concurrent.ExecutionException e) {
      throw new IllegalStateException(e);
    } catch (TimeoutException e) {
      throw new IllegalStateException("process " + pid() + " does not end", e);
    }
  }

  private static void signal(String name, ProcessHandle process) {
    try {
      new ProcessBuilder("sh", "-c", "kill -" + name + " " + process.pid())
          .redirectErrorStream(true)
          .redirectOutput(ProcessBuilder.Redirect.DISCARD)
          .start()
          .waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static List<String> zeroSeparated(Path file) throws IOException {
    var text = Files.readString(file, StandardCharsets.ISO_8859_1);
    return text.isEmpty() ? List.of() : List.of(text.split("\0"));
  }

  /** Processes that stand still. */
  public record Paused(List<ProcessHandle> processes) implements AutoCloseable {

    public Paused {
      processes = List.copyOf(processes);
    }

    /** Lets them go on ({@code SIGCONT}). */
    @Override
    public void close() {
      processes.forEach(process -> signal("CONT", process));
    }
  }
}
