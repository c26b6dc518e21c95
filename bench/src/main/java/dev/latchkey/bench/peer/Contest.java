package dev.latchkey.bench.peer;

import dev.latchkey.bench.Ratio;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Locale;
import java.util.concurrent.ExecutionException;

/**
 * One scenario, by turns: stretches of both, in ABBA order, after some that are not counted. What
 * changes slowly falls on both alike.
 */
final class Contest {

  static final String HEAD =
      """
      | scenario | clients | ours: op/s | p50 ms | p99 ms | CPU ms/op | compiling \
      | Keycloak: op/s | p50 ms | p99 ms | CPU ms/op | compiling | CPU, ours to theirs | failed |
      |---|---|---|---|---|---|---|---|---|---|---|---|---|---|\
      """;

  private final Scenario scenario;
  private final Load ours;
  private final Load theirs;
  private final Tally us = new Tally();
  private final Tally them = new Tally();
  private int failedCold;

  Contest(Scenario scenario, Servers ourServers, Servers theirServers) {
    this.scenario = scenario;
    ours = new Load(scenario.ours(), scenario.clients(), ourServers);
    theirs = new Load(scenario.theirs(), scenario.clients(), theirServers);
  }

  /**
   * Goes through it.
   *
   * @param warmUp of each before anything counts
   * @param stretch how long one has its turn
   */
  void run(WarmUp warmUp, int pairs, Duration stretch)
      throws InterruptedException, ExecutionException, SQLException {
    failedCold = warmUp.of(ours) + warmUp.of(theirs);
    for (int pair = 0; pair < pairs; pair++) {
      if (pair % 2 == 0) {
        us.add(ours.last(stretch));
        them.add(theirs.last(stretch));
      } else {
        them.add(theirs.last(stretch));
        us.add(ours.last(stretch));
      }
      System.err.printf("\r%s: %d of %d pairs ", scenario.name(), pair + 1, pairs);
    }
    System.err.println();
  }

  int failed() {
    return failedCold + us.failed() + them.failed();
  }

  /** Which of our servers the processor time is of, and which of theirs. */
  String parts() {
    return "%s: %s; Keycloak: %s".formatted(scenario.name(), us.parts(), them.parts());
  }

  /** A line below {@link #HEAD}. */
  String row() {
    var costs = new ArrayList<double[]>();
    for (int pair = 0; pair < us.size(); pair++) {
      costs.add(new double[] {them.cpuMillis(pair), us.cpuMillis(pair)});
    }
    return String.format(
        Locale.ROOT,
        "| %s | %d | %s | %s | %s | %d |",
        scenario.name(),
        scenario.clients(),
        us.cells(),
        them.cells(),
        Ratio.of(costs),
        failed());
  }
}
