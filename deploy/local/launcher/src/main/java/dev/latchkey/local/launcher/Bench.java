package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.BenchProgram;
import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.build.PeerProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
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
        "Measures the platform that runs here: cascade, storm, tokens, accounts, sessions, latch, timing, peer;"
            + " or single steps, without one: micro (JMH). What follows goes to the scenario."
            + " Without a scenario: starts a platform with data of its own, plays peer, cascade and storm,"
            + " and stops it (45 minutes); what follows goes to peer.")
final class Bench implements Callable<Integer> {

  /** Where the tests of e2e have put it. */
  private static final String HEROKU = "cli/heroku-11/node_modules/.bin/heroku";

  @Mixin private final Here here = new Here();

  @Parameters(paramLabel = "SCENARIO", arity = "0..1")
  private String scenario = "";

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var house = House.here();
    if (scenario.isEmpty()) {
      return all(house);
    }
    var command = scenario.equals("micro") ? micro(house) : whole(house);
    command.addAll(more);
    return new ProcessBuilder(command).inheritIO().start().waitFor();
  }

  private int all(House house) throws IOException, InterruptedException {
    var own = here.installationOr(house.run().resolve("bench"));
    if (RunningState.of(own).isPresent()) {
      throw new IOException(
          "a platform runs with that data, and would be stopped: ./dev down --data " + own.data());
    }
    return new WholeBench(own.data(), more).run();
  }

  private static List<String> micro(House house) throws IOException, InterruptedException {
    return BenchProgram.MICRO.command(house, "--enable-native-access=ALL-UNNAMED");
  }

  private List<String> whole(House house) throws IOException, InterruptedException {
    var running = here.running();
    var command =
        BenchProgram.WHOLE.command(house, "-Dlatchkey.state=" + here.installation().state());
    command.add(scenario);
    command.add("--url=" + running.url());
    command.add("--mail=" + here.installation().mail());
    if (scenario.equals("latch")) {
      var latch = new LatchProgram(house, new Progress(System.err)).folder().resolve("latch");
      command.add("--latch=" + latch);
      command.add("--heroku=" + house.run().resolve(HEROKU));
    }
    if (scenario.equals("peer")) {
      command.add("--keycloak=" + new PeerProgram(house, new Progress(System.err)).folder());
    }
    return command;
  }
}
