package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

@Command(name = "fmt", description = "Formats the code as the build wants it.")
final class Fmt implements Callable<Integer> {

  @Override
  public Integer call() throws IOException, InterruptedException {
    return new Maven(House.here()).openly(List.of("-q", "-B", "spotless:apply"));
  }
}
