package dev.latchkey.local.infra;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The program as its users run it: in a process of its own. */
final class Run implements AutoCloseable {

  private final Process process;

  private Run(Process process) {
    this.process = process;
  }

  static Run of(Path directory, String... arguments) throws IOException {
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var command =
        new ArrayList<>(
            List.of(
                java,
                "-XX:TieredStopAtLevel=1",
                "-cp",
                Files.readString(Path.of("target/infra.cp")).strip(),
                Infra.class.getName(),
                "dir=" + directory,
                "programs=" + Path.of("target/programs").toAbsolutePath()));
    command.addAll(List.of(arguments));
    return new Run(
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start());
  }

  /** The value of a word {@code key=value} in the READY line. */
  long announced(String line, String key) {
    for (var word : line.split(" ", -1)) {
      if (word.startsWith(key + "=")) {
        return Long.parseLong(word.substring(key.length() + 1));
      }
    }
    throw new AssertionError(key + " is not in " + line);
  }

  /** The first line that starts so; fails when the program ends before. */
  String line(String start) throws IOException {
    var lines = new ArrayList<String>();
    var out = process.inputReader();
    for (var line = out.readLine(); line != null; line = out.readLine()) {
      lines.add(line);
      if (line.startsWith(start)) {
        return line;
      }
    }
    throw new AssertionError(start + " was not said, but " + lines);
  }

  void order(String order) throws IOException {
    var in = process.outputWriter();
    in.write(order + "\n");
    in.flush();
  }

  /** As {@code kill -9}. */
  void kill() throws InterruptedException {
    process.destroyForcibly().waitFor();
  }

  int exitCode() throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      throw new AssertionError("it goes on");
    }
    return process.exitValue();
  }

  long pid() {
    return process.pid();
  }

  /** Closes its stdin and waits for the end. */
  @Override
  public void close() throws IOException, InterruptedException {
    process.outputWriter().close();
    var unused = exitCode();
  }
}
