package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import java.io.IOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(
    name = "native",
    description =
        "Builds latch as a native executable, which ./dev latch and ./dev path take until its sources change.")
final class Native implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    var progress = new Progress(System.err);
    progress.say("latch is " + new LatchProgram(House.here(), progress).executable());
    return 0;
  }
}
