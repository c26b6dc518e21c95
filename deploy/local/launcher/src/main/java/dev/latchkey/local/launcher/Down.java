package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.RunningState;
import dev.latchkey.local.launcher.run.Leftovers;
import java.io.IOException;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "down", description = "Stops the platform; its data stays.")
final class Down implements Callable<Integer> {

  private static final int PATIENCE_SECONDS = 60;

  @Mixin private final Here here = new Here();

  @Override
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    var last = RunningState.last(here.installation());
    if (last.isEmpty()) {
      System.out.println("nothing runs");
      return 0;
    }
    var supervisor = last.get().supervisor().handle();
    if (supervisor.isPresent()) {
      stop(supervisor.get());
    }
    // After a kill -9 of the supervisor its children end by themselves; nothing may be left.
    Leftovers.sweep(here.installation());
    Files.deleteIfExists(here.installation().state());
    System.out.println("stopped");
    return 0;
  }

  private static void stop(ProcessHandle supervisor)
      throws InterruptedException, ExecutionException {
    supervisor.destroy();
    try {
      supervisor.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (TimeoutException e) {
      supervisor.destroyForcibly();
    }
  }
}
