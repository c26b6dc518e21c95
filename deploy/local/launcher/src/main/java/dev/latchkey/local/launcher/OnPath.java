package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** A program can't change the shell that called it; it can say what the shell should do. */
@Command(
    name = "path",
    description = "Puts latch on the path of this shell: eval \"$(./dev path)\"")
final class OnPath implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = new LatchProgram(House.here(), new Progress(System.err)).folder();
    System.out.println("export PATH=" + quoted(folder.toString()) + ":\"$PATH\"");
    RunningState.of(here.installation())
        .ifPresent(running ->
            System.out.println("export LATCHKEY_URL=" + quoted(running.url().toString())));
    return 0;
  }

  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }
}
