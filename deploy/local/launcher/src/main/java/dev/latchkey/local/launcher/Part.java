package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.run.Orders;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Stopping and starting one part of the running platform, to see what the others do. */
abstract sealed class Part implements Callable<Integer> {

  private final String verb;

  @Mixin private final Here here = new Here();

  @Parameters(
      paramLabel = "NAME",
      description = "auth-service, ..., gateway, postgres, redis, kafka or mail")
  private String name = "";

  Part(String verb) {
    this.verb = verb;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    var unused = here.running();
    new Orders(here.installation()).give(verb, name);
    return 0;
  }

  @Command(name = "start", description = "Starts one part that ./dev stop stopped.")
  static final class Start extends Part {
    Start() {
      super("start");
    }
  }

  @Command(name = "stop", description = "Stops one part of the running platform.")
  static final class Stop extends Part {
    Stop() {
      super("stop");
    }
  }
}
