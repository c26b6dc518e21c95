package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.attack.AttackTable;
import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "test",
    description =
        "Runs every test, then looks at all licences; what follows goes to Maven. The last lines are the sums. Which attack is shown by what: target/security-tests.md.")
final class TestAll implements Callable<Integer> {

  /**
   * Four modules at a time, so that the services run side by side; those of e2e after all others.
   */
  private static final List<String> SIDE_BY_SIDE = List.of("-T4", "-Pwhole-house");

  private static final Pattern CHOOSING =
      Pattern.compile("-D(test|it\\.test|groups|excludedGroups)=.*");

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
    var complaints = attacks(house);
    complaints.forEach(System.out::println);
    var sum = reports.sum();
    System.out.println(sum);
    boolean passed = status == 0 && sum.failed() == 0 && complaints.isEmpty();
    return passed && licencesAreAllowed() ? 0 : 1;
  }

  /** Writes the page of attacks with results; whoever chose some tests is not blamed for others. */
  private List<String> attacks(House house) throws IOException {
    var table = AttackTable.below(house.root());
    var page = house.root().resolve("target/security-tests.md");
    Files.createDirectories(page.resolveSibling("."));
    Files.writeString(page, table.results());
    return more.stream().anyMatch(CHOOSING.asMatchPredicate()) ? List.of() : table.complaints();
  }

  /** Half a minute. The plugin works online only. */
  private boolean licencesAreAllowed() throws IOException, InterruptedException {
    if (more.contains("-o") || more.contains("--offline")) {
      System.out.println("licences were not looked at: that takes a network");
      return true;
    }
    return new Sbom().call() == 0;
  }
}
