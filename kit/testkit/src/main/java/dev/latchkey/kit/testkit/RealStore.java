package dev.latchkey.kit.testkit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One running server that a test may take away for a while. */
public final class RealStore {

  private final String name;
  private final InfraProcess infra;

  RealStore(String name, InfraProcess infra) {
    this.name = name;
    this.infra = infra;
  }

  /** The port on 127.0.0.1; stays the same over outages. */
  public int port() {
    return (int) infra.announced(name);
  }

  /** Host and port. */
  public String address() {
    return "127.0.0.1:" + port();
  }

  /** Its process; PostgreSQL has children beside it. */
  public long pid() {
    return infra.announced(name + ".pid");
  }

  /** Stops its processes in the middle of what they do; connections stay open and get no answer. */
  public Outage paused() {
    var family = family();
    signal("STOP", family);
    return new Outage(() -> signal("CONT", family));
  }

  /**
   * Kills its processes; connections are refused. It comes back on the same port with its data,
   * except Redis, which comes back empty.
   */
  public Outage killed() {
    int port = port();
    var family = family();
    family.forEach(ProcessHandle::destroyForcibly);
    CompletableFuture.allOf(
            family.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new))
        .join();
    return new Outage(() -> restart(port));
  }

  private void restart(int port) {
    if (infra.process().isAlive()) {
      infra.start(name);
    } else {
      InfraProcess.relaunch(name, "stores=" + name, name + "=" + port);
    }
  }

  private List<ProcessHandle> family() {
    var process = ProcessHandle.of(pid()).orElseThrow();
    return Stream.concat(Stream.of(process), process.descendants()).toList();
  }

  private static void signal(String signal, List<ProcessHandle> family) {
    var pids = family.stream().map(member -> "" + member.pid()).collect(Collectors.joining(" "));
    try {
      // A child that ended meanwhile is no error.
      new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pids).start().waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
