package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.Installation;
import dev.latchkey.local.launcher.house.Ports;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.RunningState;
import dev.latchkey.local.launcher.people.People;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(name = "up", description = "Builds what is stale and starts the whole platform.")
final class Up implements Callable<Integer> {

  @Option(names = "--detach", description = "Return when all is ready; ./dev down stops it.")
  private boolean detach;

  @Option(
      names = "--native",
      description = "Run the services as the executables that ./dev native services has built.")
  private boolean executables;

  @Mixin private final Here here = new Here();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var installation = here.installation();
    var running = RunningState.of(installation);
    if (running.isPresent()) {
      return already(installation, running.get());
    }
    // Wrong variables are said before anything starts.
    var ports = Ports.from(System.getenv());
    return detach
        ? new Detached(installation, executables).start()
        : new Supervision(installation, ports, executables, new Progress(System.out)).run();
  }

  private static int already(Installation installation, RunningState running) throws IOException {
    if (!running.ready()) {
      System.out.println("process %d is just starting it".formatted(running.supervisor().pid()));
      return 1;
    }
    System.out.println("Latchkey is up already: " + running.url());
    System.out.println(Addresses.of(running.ports()));
    System.out.println(new People(installation).describe());
    return 0;
  }
}
