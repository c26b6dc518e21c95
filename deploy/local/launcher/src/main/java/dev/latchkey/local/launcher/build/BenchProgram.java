package dev.latchkey.local.launcher.build;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;

/** What measures: the program for the whole platform, and the one for single steps. */
public enum BenchProgram {
  /** Asks the platform that runs. */
  WHOLE("bench", "package", "bench.cp", "dev.latchkey.bench.Bench"),

  /** JMH; needs nothing that runs. */
  MICRO("bench/micro", "process-classes", "micro.cp", "org.openjdk.jmh.Main");

  private final String module;
  private final String phase;
  private final String classPath;
  private final String main;

  BenchProgram(String module, String phase, String classPath, String main) {
    this.module = module;
    this.phase = phase;
    this.classPath = classPath;
    this.main = main;
  }

  /** Builds it; the command that runs it, to which its arguments are added. */
  public List<String> command(House house, String... options)
      throws IOException, InterruptedException {
    new Maven(house)
        .quietly(
            new Progress(System.err),
            phase,
            "-pl",
            module,
            "-am",
            "-DskipTests",
            "-Dspotless.check.skip=true");
    var target = house.root().resolve(module).resolve("target");
    var command = new ArrayList<>(List.of(House.java().toString()));
    command.addAll(List.of(options));
    command.add("-cp");
    command.add(
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve(classPath)).strip());
    command.add(main);
    return command;
  }
}
