package dev.latchkey.bench;

import dev.latchkey.bench.cascade.CascadeBench;
import dev.latchkey.bench.latch.LatchBench;
import dev.latchkey.bench.peer.PeerBench;
import dev.latchkey.bench.scale.AccountsBench;
import dev.latchkey.bench.scale.SessionsBench;
import dev.latchkey.bench.scale.TokensBench;
import dev.latchkey.bench.storm.StormBench;
import dev.latchkey.bench.timing.TimingBench;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The program behind {@code ./dev bench}. */
@Command(
    name = "bench",
    description = "Measures the running platform.",
    synopsisSubcommandLabel = "SCENARIO",
    subcommands = {
      CascadeBench.class,
      StormBench.class,
      TokensBench.class,
      AccountsBench.class,
      SessionsBench.class,
      LatchBench.class,
      TimingBench.class,
      PeerBench.class
    })
public final class Bench {

  private Bench() {}

  public static void main(String[] arguments) {
    System.exit(new CommandLine(new Bench()).execute(arguments));
  }
}
