package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.LatchProgram;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.house.RunningState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Unmatched;

@Command(
    name = "latch",
    description = "Runs the command line of this checkout on the platform that runs here.")
final class Latch implements Callable<Integer> {

  @Mixin private final Here here = new Here();

  @Unmatched private List<String> words = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var folder = new LatchProgram(House.here(), new Progress(System.err)).folder();
    var command = new ArrayList<>(List.of(folder.resolve("latch").toString()));
    command.addAll(words);
    var builder = new ProcessBuilder(command).inheritIO();
    RunningState.of(here.installation())
        .ifPresent(
            running -> builder.environment().putIfAbsent("LATCHKEY_URL", running.url().toString()));
    return builder.start().waitFor();
  }
}
