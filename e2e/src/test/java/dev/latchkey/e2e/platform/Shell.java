package dev.latchkey.e2e.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs a program to its end. */
public final class Shell {

  private Shell() {}

  /**
   * What a program printed.
   *
   * @param output stdout
   * @param errors stderr
   */
  public record Result(int code, String output, String errors) {}

  /** Runs a program; fails when it takes longer than so many seconds. */
  public static Result run(
      Path directory, Map<String, String> environment, List<String> command, long seconds) {
    var builder = new ProcessBuilder(command).directory(directory.toFile());
    builder.environment().putAll(environment);
    try {
      var out = java.nio.file.Files.createTempFile("e2e", ".out");
      var err = java.nio.file.Files.createTempFile("e2e", ".err");
      // Files and not pipes: a program that leaves children behind would never close its end.
      var process = builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
      process.getOutputStream().close();
      if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
        process.destroyForcibly();
        throw new AssertionError(command + " does not end: " + read(out) + read(err));
      }
      var result = new Result(process.exitValue(), read(out), read(err));
      java.nio.file.Files.delete(out);
      java.nio.file.Files.delete(err);
      return result;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** True when there is a program of that name. */
  public static boolean has(String program) {
    return run(Path.of("."), Map.of(), List.of("sh", "-c", "command -v " + program), 10).code()
        == 0;
  }

  private static String read(Path file) throws IOException {
    return java.nio.file.Files.readString(file, StandardCharsets.UTF_8);
  }
}
