package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.build.PeerProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Unmatched;

@Command(
    name = "bench",
    description =
        "Measures the platform that runs here; options go to the scenario: cascade, storm, tokens, latch, timing, peer.")
final class Bench implements Callable<Integer> {

  /** Where the tests of e2e have put it. */
  private static final String HEROKU = "cli/heroku-11/node_modules/.bin/heroku";

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "SCENARIO")
  private String scenario = "";

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var running = here.running();
    var house = House.here();
    new Maven(house)
        .quietly(
            new Progress(System.err),
            "package",
            "-pl",
            "bench",
            "-am",
            "-DskipTests",
            "-Dspotless.check.skip=true");
    var target = house.root().resolve("bench/target");
    var classPath =
        target.resolve("classes")
            + File.pathSeparator
            + Files.readString(target.resolve("bench.cp")).strip();
    var command =
        new ArrayList<>(
            List.of(
                House.java().toString(),
                "-Dlatchkey.state=" + here.installation().state(),
                "-cp",
                classPath,
                "dev.latchkey.bench.Bench",
                scenario,
                "--url=" + running.url(),
                "--mail=" + here.installation().mail()));
    if (scenario.equals("latch")) {
      var latch = new LatchProgram(house, new Progress(System.err)).folder().resolve("latch");
      command.add("--latch=" + latch);
      command.add("--heroku=" + house.run().resolve(HEROKU));
    }
    if (scenario.equals("peer")) {
      command.add("--keycloak=" + new PeerProgram(house, new Progress(System.err)).folder());
    }
    command.addAll(more);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }
}
