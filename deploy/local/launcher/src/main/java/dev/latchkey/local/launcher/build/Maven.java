package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Leash;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;

/** Runs the Maven wrapper with the JDK that runs this program. */
public final class Maven {

  private static final Pattern MODULE =
      Pattern.compile("\\[INFO] Building (.+) \\S+ +\\[(\\d+/\\d+)]");
  private static final int LINES_SHOWN = 40;

  private final House house;

  public Maven(House house) {
    this.house = house;
  }

  /** Builds, showing module by module; everything else goes to a log, and on failure is shown. */
  public void quietly(Progress progress, String... arguments)
      throws IOException, InterruptedException {
    var log = house.run().resolve("build.log");
    if (offline() && run(progress, log, "-o", arguments)) {
      return;
    }
    if (!run(progress, log, "-B", arguments)) {
      throw new IOException("the build failed:\n" + tail(log) + "\nAll of it is in " + log);
    }
    Files.writeString(complete(), poms());
  }

  /** Runs Maven as it is, with its output on ours; returns its exit code. */
  public int openly(List<String> arguments) throws IOException, InterruptedException {
    return builder(arguments)
        .inheritIO()
        .redirectInput(ProcessBuilder.Redirect.PIPE)
        .start()
        .waitFor();
  }

  private boolean run(Progress progress, Path log, String first, String... arguments)
      throws IOException, InterruptedException {
    var words = new ArrayList<>(List.of(first));
    words.addAll(List.of(arguments));
    var process = builder(words).redirectErrorStream(true).start();
    try (var out = process.inputReader(StandardCharsets.UTF_8);
        var file = Files.newBufferedWriter(log)) {
      for (var line = out.readLine(); line != null; line = out.readLine()) {
        file.write(line);
        file.newLine();
        var module = MODULE.matcher(line);
        if (module.find()) {
          progress.say("  " + module.group(2) + " " + module.group(1));
        }
      }
    }
    return process.waitFor() == 0;
  }

  private ProcessBuilder builder(List<String> arguments) {
    var command = new ArrayList<>(List.of(house.root().resolve("mvnw").toString()));
    command.addAll(arguments);
    var builder = new ProcessBuilder(Leash.foreign(command)).directory(house.root().toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    return builder;
  }

  /** True when a build with these very poms has fetched all packages. */
  private boolean offline() throws IOException {
    return Files.exists(complete()) && Files.readString(complete()).equals(poms());
  }

  private Path complete() {
    return house.run().resolve("packages.stamp");
  }

  private String poms() throws IOException {
    var modules = Modules.read(house.root()).all();
    var poms = new ArrayList<Path>(List.of(house.root().resolve("pom.xml")));
    modules.forEach(module -> poms.add(house.root().resolve(module.path()).resolve("pom.xml")));
    return new Sources(house.root(), poms).fingerprint();
  }

  private static String tail(Path log) throws IOException {
    Deque<String> last = new ArrayDeque<>();
    for (var line : Files.readAllLines(log)) {
      if (line.contains("ERROR")) {
        last.add(line);
      }
    }
    return String.join("\n", last.stream().limit(LINES_SHOWN).toList());
  }
}
