package dev.latchkey.local.infra.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A server that is a child process of this one and writes to a log file. */
public final class ServerProcess {

  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final int LAST_LINES = 5;

  private final String name;
  private final Path log;
  private final Process process;

  private ServerProcess(String name, Path log, Process process) {
    this.name = name;
    this.log = log;
    this.process = process;
  }

  /** Starts a program; what it prints is appended to the log. */
  public static ServerProcess launch(String name, List<String> command, Path log)
      throws StoreFailed {
    var builder =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    // Messages and sorting must not depend on whose machine this is; PGDATA, PGPORT and the like
    // would change what is started.
    builder.environment().keySet().removeIf(key -> key.startsWith("PG") || key.startsWith("LC_"));
    builder.environment().put("LC_ALL", "C");
    try {
      return new ServerProcess(name, log, builder.start());
    } catch (IOException e) {
      throw new StoreFailed(name + " can not be started", e);
    }
  }

  /** Waits until it answers, at most a minute. */
  public void await(Answer answer) throws StoreFailed, InterruptedException {
    var deadline = System.nanoTime() + PATIENCE.toNanos();
    while (!answer.given()) {
      if (!process.isAlive()) {
        throw new StoreFailed(
            "%s ended with code %d; %s".formatted(name, process.exitValue(), lastWords()));
      }
      if (System.nanoTime() > deadline) {
        throw new StoreFailed("%s does not answer; %s".formatted(name, lastWords()));
      }
      TimeUnit.MILLISECONDS.sleep(20);
    }
  }

  /** Waits for a program that does its work and ends. */
  public void await() throws StoreFailed, InterruptedException {
    if (process.waitFor() != 0) {
      throw new StoreFailed("%s failed; %s".formatted(name, lastWords()));
    }
  }

  public ProcessHandle handle() {
    return process.toHandle();
  }

  private String lastWords() {
    try {
      var lines = Files.readAllLines(log);
      var last = lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size());
      return "last lines of " + log + ": " + String.join(" | ", last);
    } catch (IOException e) {
      return "its log " + log + " can not be read";
    }
  }

  /** Whether a server answers already. */
  @FunctionalInterface
  public interface Answer {
    boolean given();
  }
}
