package dev.latchkey.bench.tokens;

import dev.latchkey.bench.CpuTime;
import dev.latchkey.bench.Ratio;
import dev.latchkey.bench.Running;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * Processor time of one introspection, of token-service and of its connections' processes in
 * PostgreSQL, with a small and a large table, in many short rounds by turns.
 */
@Command(
    name = "tokens",
    description =
        "What a look-up of a token costs among few and among many. Others should leave the platform"
            + " alone meanwhile: authorizations that they make are gone afterwards.")
public final class TokensBench implements Callable<Integer> {

  private static final int OK = 200;
  private static final int AN_ACCOUNT = 50;
  private static final int AT_ONCE = 3;
  private static final double NANOS_A_MICRO = 1000;

  /** The aim: the interval's upper end lies below. */
  private static final double AIM = 1.10;

  @Mixin private Running platform = new Running();

  @Option(names = "--small", description = "Default: ${DEFAULT-VALUE}.")
  private int small = 1000;

  @Option(names = "--large", description = "Default: ${DEFAULT-VALUE}.")
  private int large = 1_000_000;

  @Option(names = "--pairs", description = "Of rounds. Default: ${DEFAULT-VALUE}.")
  private int pairs = 40;

  @Option(names = "--look-ups", description = "In each round. Default: ${DEFAULT-VALUE}.")
  private int lookUps = 500;

  private final AtomicInteger turn = new AtomicInteger();
  private final AtomicInteger failed = new AtomicInteger();

  @Override
  public Integer call() throws SQLException, InterruptedException {
    var tokens = tokens();
    long service = platform.up().at("/processes/token-service/pid").asLong();
    try (var tables = TwoTables.open(platform.superuser("token"))) {
      System.err.println("filling the tables");
      tables.fill(small, large);
      var measured = rounds(tables, tokens, service);
      report(tables, measured);
      return failed.get() == 0 && measured.ratio().high() < AIM ? 0 : 1;
    }
  }

  /** Authorizations as people have them: as many as the small table is to hold. */
  private List<String> tokens() {
    var people = platform.people();
    var tokens = new ArrayList<String>();
    while (tokens.size() < small) {
      var person = people.signedUp("bench");
      var session = person.signIn();
      for (int i = 0; i < AN_ACCOUNT && tokens.size() < small; i++) {
        tokens.add(person.authorize(session, "read"));
      }
      System.err.printf("\r%d of %d tokens ", tokens.size(), small);
    }
    System.err.println();
    return tokens;
  }

  private Measured rounds(TwoTables tables, List<String> tokens, long service)
      throws SQLException, InterruptedException {
    var costs = new ArrayList<double[]>();
    for (int pair = -pairs / 4; pair < pairs; pair++) {
      // ABBA: what changes slowly falls on both alike.
      boolean smallFirst = pair % 2 == 0;
      var first = cost(tables, smallFirst ? TwoTables.SMALL : TwoTables.LARGE, tokens, service);
      var second = cost(tables, smallFirst ? TwoTables.LARGE : TwoTables.SMALL, tokens, service);
      if (pair >= 0) {
        costs.add(smallFirst ? new double[] {first, second} : new double[] {second, first});
      }
      System.err.printf("\r%d of %d pairs ", Math.max(0, pair + 1), pairs);
    }
    System.err.println();
    return new Measured(costs, Ratio.of(costs));
  }

  private record Measured(List<double[]> costs, Ratio ratio) {
    double average(int which) {
      return costs.stream().mapToDouble(pair -> pair[which]).average().orElse(Double.NaN);
    }
  }

  /** Microseconds of processor time a look-up. */
  private double cost(TwoTables tables, String table, List<String> tokens, long service)
      throws SQLException, InterruptedException {
    tables.show(table);
    // The connections plan anew for the table that is there now.
    lookUp(tokens, lookUps / 4);
    var processes = new ArrayList<>(tables.backends());
    processes.add(service);
    var before = CpuTime.of(processes);
    lookUp(tokens, lookUps);
    return CpuTime.of(processes).since(before) / NANOS_A_MICRO / lookUps;
  }

  /** By way of the gateway, as they come: each request is one introspection. */
  private void lookUp(List<String> tokens, int times) throws InterruptedException {
    var api = platform.api();
    var left = new AtomicInteger(times);
    try (var clients = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int i = 0; i < AT_ONCE; i++) {
        clients.execute(() -> {
          while (left.getAndDecrement() > 0) {
            var token = tokens.get(Math.floorMod(turn.getAndIncrement(), tokens.size()));
            if (api.get("/account").bearer(token).send().status() != OK) {
              failed.incrementAndGet();
            }
          }
        });
      }
    }
  }

  private void report(TwoTables tables, Measured measured) throws SQLException {
    System.out.printf(
        Locale.ROOT,
        "%d pairs of rounds of %d look-ups, %d processors%n%n"
            + "%,9d rows  %6.0f us of processor time a look-up%n"
            + "%,9d rows  %6.0f us%n%nratio %s%n%s%n",
        pairs,
        lookUps,
        Runtime.getRuntime().availableProcessors(),
        tables.rows(TwoTables.SMALL),
        measured.average(0),
        tables.rows(TwoTables.LARGE),
        measured.average(1),
        measured.ratio(),
        failed.get() == 0 ? "Every look-up found its token." : failed.get() + " LOOK-UPS FAILED.");
  }
}
