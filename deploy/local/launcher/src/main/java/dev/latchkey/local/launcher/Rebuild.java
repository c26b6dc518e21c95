package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.house.Progress;
import dev.latchkey.local.launcher.supply.Rebuilding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "rebuild",
    description =
        "Builds what is shipped twice, in two places, and compares it; what follows goes to Maven.")
final class Rebuild implements Callable<Integer> {

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var differences =
        new Rebuilding(House.here(), new Progress(System.err)).differences(List.copyOf(more));
    differences.forEach(System.out::println);
    System.out.println(
        differences.isEmpty() ? "both builds are the same" : "the two builds differ");
    return differences.isEmpty() ? 0 : 1;
  }
}
