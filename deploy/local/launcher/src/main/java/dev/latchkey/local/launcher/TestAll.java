package dev.latchkey.local.launcher;

import dev.latchkey.local.launcher.attack.AttackTable;
import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
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
  public Integer call() throws IOException, InterruptedException, ExecutionException {
    var house = House.here();
    var reports = new Reports(house.root());
    reports.clear();
    var arguments = new ArrayList<>(List.of("-B", "--fail-at-end", "verify"));
    arguments.addAll(SIDE_BY_SIDE);
    arguments.addAll(more);
    var over = new CountDownLatch(1);
    var licences = new FutureTask<>(() -> licencesAreAllowed(house, over));
    Thread.ofVirtual().start(licences);
    int status = new Maven(house).openly(arguments);
    over.countDown();
    boolean allowed = licences.get();
    var complaints = attacks(house);
    complaints.forEach(System.out::println);
    var sum = reports.sum();
    System.out.println(sum);
    return status == 0 && sum.failed() == 0 && complaints.isEmpty() && allowed ? 0 : 1;
  }

  /** Writes the page of attacks with results; whoever chose some tests is not blamed for others. */
  private List<String> attacks(House house) throws IOException {
    var table = AttackTable.below(house.root());
    var page = house.root().resolve("target/security-tests.md");
    Files.createDirectories(page.resolveSibling("."));
    Files.writeString(page, table.results());
    return more.stream().anyMatch(CHOOSING.asMatchPredicate()) ? List.of() : table.complaints();
  }

  /**
   * Half a minute, beside the tests of e2e, which wait more than they compute; by then Maven has
   * fetched all that there is. The plugin works online only.
   */
  private boolean licencesAreAllowed(House house, CountDownLatch over)
      throws IOException, InterruptedException {
    var platform = house.root().resolve("e2e/target/platform/up.json");
    boolean ended = false;
    while (!ended && !Files.exists(platform)) {
      ended = over.await(1, TimeUnit.SECONDS);
    }
    if (more.contains("-o") || more.contains("--offline")) {
      System.out.println("licences were not looked at: that takes a network");
      return true;
    }
    return new Sbom().call() == 0;
  }
}
