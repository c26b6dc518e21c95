package dev.latchkey.kit.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A child process that runs stores ({@code deploy/local/infra}). It stops when our end of its stdin
 * closes, however we die; data that a killed run left is swept by the next.
 */
final class InfraProcess {

  private final String name;
  private final Process process;

  private InfraProcess(String name, Process process) {
    this.name = name;
    this.process = process;
  }

  /** The running one of that name, started when there is none. */
  static InfraProcess get(String name, String... arguments) {
    return new InfraProcess(
        name, JvmWide.get(name, Process.class, () -> launch(name, List.of(arguments))));
  }

  /** Starts it anew after it was killed. */
  static void relaunch(String name, String... arguments) {
    JvmWide.put(name, launch(name, List.of(arguments)));
    get(name).ready();
  }

  /** A number that it announced: {@code redis} is a port, {@code redis.pid} a process. */
  synchronized long announced(String key) {
    var value = ready().get(key);
    if (value == null) {
      throw new IllegalStateException(name + " announced no " + key + ", but " + ready());
    }
    return Long.parseLong(value);
  }

  /** Starts a store again. */
  synchronized void start(String store) {
    try {
      var in = process.outputWriter();
      in.write("start " + store + "\n");
      in.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var announced = new HashMap<>(ready());
    announced.putAll(words(lineWith("STARTED " + store + "=")));
    JvmWide.put(announcements(), announced);
  }

  /** Waits for the announcement of a process that was only launched. */
  @SuppressWarnings("unchecked")
  synchronized Map<String, String> ready() {
    return (Map<String, String>)
        JvmWide.get(announcements(), HashMap.class, () -> words(lineWith("READY ")));
  }

  Process process() {
    return process;
  }

  /** Where the process keeps its data and logs. */
  static Path directory(String name) {
    return runFolder().resolve("test").resolve(ProcessHandle.current().pid() + "-" + name);
  }

  private String announcements() {
    return name + "." + process.pid();
  }

  private String lineWith(String start) {
    // Not closed: it is the process' own and is read again. process.inputReader() remembers it.
    BufferedReader out = process.inputReader();
    var seen = new ArrayList<String>();
    try {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        seen.add(line);
        if (line.startsWith(start)) {
          return line;
        }
        if (line.startsWith("FAILED")) {
          break;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    throw new IllegalStateException(
        "%s did not say %s but %s; see %s".formatted(name, start, seen, log(name)));
  }

  private static HashMap<String, String> words(String line) {
    var words = new HashMap<String, String>();
    for (var word : line.split(" ", -1)) {
      var parts = word.split("=", 2);
      if (parts.length == 2) {
        words.put(parts[0], parts[1]);
      }
    }
    return words;
  }

  private static Process launch(String name, List<String> arguments) {
    var classPath = root().resolve("deploy/local/infra/target/infra.cp");
    try {
      Files.createDirectories(directory(name));
      var command =
          new ArrayList<>(
              List.of(
                  Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                  "-Xmx256m",
                  "-XX:+UseSerialGC",
                  "-XX:TieredStopAtLevel=1",
                  "-cp",
                  Files.readString(classPath).strip(),
                  "dev.latchkey.local.infra.Infra",
                  "dir=" + directory(name),
                  "programs=" + runFolder().resolve("programs"),
                  "keep=false"));
      command.addAll(arguments);
      return new ProcessBuilder(command)
          .redirectError(ProcessBuilder.Redirect.appendTo(log(name).toFile()))
          .start();
    } catch (IOException e) {
      throw new UncheckedIOException("is deploy/local/infra built? " + classPath, e);
    }
  }

  private static Path log(String name) {
    return directory(name).resolveSibling(directory(name).getFileName() + ".log");
  }

  private static Path runFolder() {
    return root().resolve(".run");
  }

  /** The repository: given by the build, else the folder above with the Maven wrapper. */
  static Path root() {
    return Optional.ofNullable(System.getProperty("latchkey.root"))
        .map(Path::of)
        .orElseGet(InfraProcess::folderWithWrapper);
  }

  private static Path folderWithWrapper() {
    for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("mvnw"))) {
        return folder;
      }
    }
    throw new IllegalStateException("not inside the repository: " + Arrays.asList(Path.of("")));
  }
}
