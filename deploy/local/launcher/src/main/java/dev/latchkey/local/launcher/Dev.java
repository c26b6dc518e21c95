package dev.latchkey.local.launcher;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The {@code ./dev} program. */
@Command(
    name = "./dev",
    description = "Runs, tests and looks into Latchkey on this machine.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      Doctor.class,
      Up.class,
      Down.class,
      Part.Start.class,
      Part.Stop.class,
      Latch.class,
      Operator.class,
      OnPath.class,
      Native.class,
      Seed.class,
      Otp.class,
      Mail.class,
      Sms.class,
      Tail.class,
      Replay.class,
      TestAll.class,
      Bench.class,
      Golden.class,
      Sbom.class,
      Rebuild.class,
      Fmt.class,
      Reset.class,
      HelpCommand.class
    })
public final class Dev {

  private Dev() {}

  public static void main(String[] arguments) {
    var line = new CommandLine(new Dev());
    line.setExecutionExceptionHandler((failure, command, parsed) -> {
      // A sentence for a person; who wants the stack asks for it.
      System.err.println("./dev: " + failure.getMessage());
      if (System.getenv("LATCHKEY_DEBUG") != null) {
        failure.printStackTrace();
      }
      return 1;
    });
    System.exit(line.execute(arguments));
  }
}
