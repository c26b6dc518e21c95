package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.build.NativeServices;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "native",
    description = {
      "Builds native executables with GraalVM or Mandrel.",
      "Of latch, which ./dev latch and ./dev path take until its sources change;"
          + " of services, which ./dev up --native starts."
    })
final class Native implements Callable<Integer> {

  private static final String LATCH = "latch";
  private static final String SERVICES = "services";

  @Parameters(
      paramLabel = "PROGRAM",
      description = "latch, one of the services, or services for all four. Default: latch.")
  private List<String> programs = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var house = House.here();
    var progress = new Progress(System.err);
    for (var program : programs.isEmpty() ? List.of(LATCH) : programs) {
      if (program.equals(LATCH)) {
        progress.say("latch is " + new LatchProgram(house, progress).executable());
      } else {
        services(house, progress, program);
      }
    }
    return 0;
  }

  private static void services(House house, Progress progress, String program)
      throws IOException, InterruptedException {
    var names = NativeServices.names();
    if (!program.equals(SERVICES) && !names.contains(program)) {
      throw new IOException("%s is not latch, services or one of %s".formatted(program, names));
    }
    for (var service : program.equals(SERVICES) ? names : List.of(program)) {
      progress.say(service + " is " + new NativeServices(house).build(service, progress));
    }
  }
}
