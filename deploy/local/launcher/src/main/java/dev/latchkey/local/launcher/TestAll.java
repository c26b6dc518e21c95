package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "test",
    description = "Runs every test; what follows goes to Maven. The last line is the sum.")
final class TestAll implements Callable<Integer> {

  /**
   * Two modules at a time, for tests wait more than they compute; those of e2e after all others.
   */
  private static final List<String> SIDE_BY_SIDE = List.of("-T2", "-Pwhole-house");

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var house = House.here();
    var reports = new Reports(house.root());
    reports.clear();
    var arguments = new ArrayList<>(List.of("-B", "--fail-at-end", "verify"));
    arguments.addAll(SIDE_BY_SIDE);
    arguments.addAll(more);
    int status = new Maven(house).openly(arguments);
    var sum = reports.sum();
    System.out.println(sum);
    return status == 0 && sum.failed() == 0 ? 0 : 1;
  }
}
