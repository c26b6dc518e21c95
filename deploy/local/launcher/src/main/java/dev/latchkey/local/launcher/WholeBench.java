package dev.latchkey.local.launcher;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * All of it by one command: starts the platform with data of its own, once more warm, and once more
 * with both compilers of the JVM; lets scenarios play on that, Keycloak by turns among them; and
 * stops it. One that fails does not keep the others from being measured.
 */
final class WholeBench {

  /** As the images and Keycloak have it, but begun early: minutes of warm-up, and not hours. */
  private static final Map<String, String> BOTH_COMPILERS =
      Map.of("LATCHKEY_JAVA_OPTIONS", "-XX:TieredStopAtLevel=4 -XX:CompileThresholdScaling=0.1");

  private static final List<String> HALF_AN_HOUR = List.of("--pairs=5", "--longest-warm-up=75");

  /**
   * One call of {@code ./dev}.
   *
   * @param needed whether nothing can be measured after it has failed
   */
  record Step(String title, List<String> arguments, Map<String, String> more, boolean needed) {
    Step {
      arguments = List.copyOf(arguments);
      more = Map.copyOf(more);
    }

    private static Step of(String title, String... arguments) {
      return new Step(title, List.of(arguments), Map.of(), false);
    }

    private Step required() {
      return new Step(title, arguments, more, true);
    }

    private Step with(Map<String, String> variables) {
      return new Step(title, arguments, variables, needed);
    }
  }

  private final Path data;
  private final List<String> forPeer;

  /**
   * Measures nothing yet.
   *
   * @param forPeer options of {@code bench peer}; none: what takes half an hour on two cores
   */
  WholeBench(Path data, List<String> forPeer) {
    this.data = data;
    this.forPeer = forPeer.isEmpty() ? HALF_AN_HOUR : List.copyOf(forPeer);
  }

  /** 0 when every step was well. */
  int run() throws IOException, InterruptedException {
    int worst = 0;
    try {
      for (var step : steps()) {
        int ended = call(step);
        worst = Math.max(worst, ended);
        if (step.needed() && ended != 0) {
          break;
        }
      }
    } finally {
      worst = Math.max(worst, call(Step.of("stop", "down")));
    }
    return worst;
  }

  List<Step> steps() {
    var peer = new ArrayList<>(List.of("bench", "peer"));
    peer.addAll(forPeer);
    return List.of(
        Step.of("build, and train what is stale", "up", "--detach").required(),
        Step.of("stop", "down"),
        Step.of("start to ready, warm, as ./dev up starts it", "up", "--detach").required(),
        Step.of("stop", "down"),
        Step.of("start with both compilers", "up", "--detach").required().with(BOTH_COMPILERS),
        new Step("the same by Keycloak", peer, Map.of(), false),
        Step.of("cascade with 50 sessions", "bench", "cascade"),
        Step.of(
            "cascade with 1,000",
            "bench",
            "cascade",
            "--sessions=1000",
            "--runs=10",
            "--warm-up=1"),
        Step.of("a storm of sign-ins", "bench", "storm"));
  }

  private int call(Step step) throws IOException, InterruptedException {
    System.out.printf("%n== %s: ./dev %s%n%n", step.title(), String.join(" ", step.arguments()));
    var arguments =
        Stream.concat(step.arguments().stream(), Stream.of("--data", data.toString()))
            .toArray(String[]::new);
    var process = new ProcessBuilder(ThisProgram.command(arguments)).inheritIO();
    process.environment().putAll(step.more());
    return process.start().waitFor();
  }
}
