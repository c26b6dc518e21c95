package dev.latchkey.local.launcher.run;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A process of the platform, on a leash. */
public final class Child {

  private static final int GRACE_SECONDS = 12;
  private static final double NANOS = 1e9;

  private final String name;
  private final Process process;
  private final Path log;
  private final long begun = System.nanoTime();

  private Child(String name, Process process, Path log) {
    this.name = name;
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param command on a leash
   * @param environment added to ours
   * @param log what it prints goes to the end of this
   */
  static Child start(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), log);
  }

  /** Starts one whose stdout the launcher reads; only its stderr goes to the log. */
  static Child startTalking(
      String name, List<String> command, Map<String, String> environment, Path folder, Path log)
      throws IOException {
    var builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()));
    builder.environment().putAll(environment);
    return new Child(name, builder.start(), log);
  }

  String name() {
    return name;
  }

  Process process() {
    return process;
  }

  /** How long ago it was started. */
  double seconds() {
    return (System.nanoTime() - begun) / NANOS;
  }

  boolean alive() {
    return process.isAlive();
  }

  /** Asks it to stop, by closing its stdin, and does not wait. */
  void release() {
    try {
      process.getOutputStream().close();
    } catch (IOException e) {
      // Then it is gone already.
    }
  }

  /** Stops it: asks, asks louder, kills. Returns when it is gone. */
  void stop() {
    release();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  /** How it ended and what it said last. */
  String obituary(int lines) {
    var ended = alive() ? "is not ready" : "ended with exit code " + process.exitValue();
    return "%s %s; the end of %s:%n%s".formatted(name, ended, log, lastLines(lines));
  }

  private String lastLines(int count) {
    try {
      var lines = Files.readString(log, StandardCharsets.UTF_8).lines().toList();
      return String.join("\n", lines.subList(Math.max(0, lines.size() - count), lines.size()));
    } catch (IOException e) {
      return "(no log)";
    }
  }
}
