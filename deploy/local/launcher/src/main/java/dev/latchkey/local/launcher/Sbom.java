package dev.latchkey.local.launcher;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.local.launcher.build.Maven;
import dev.latchkey.local.launcher.house.House;
import dev.latchkey.local.launcher.supply.AllowedLicences;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Unmatched;

@Command(
    name = "sbom",
    description =
        "Lists all components in target/sbom.json (CycloneDX) and fails on a licence that is not allowed.")
final class Sbom implements Callable<Integer> {

  private static final String GOAL = "org.cyclonedx:cyclonedx-maven-plugin:makeAggregateBom";

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var house = House.here();
    var arguments = new ArrayList<>(List.of("-q", "-B", GOAL));
    arguments.addAll(more);
    int status = new Maven(house).openly(arguments);
    return status == 0 ? judge(house) : status;
  }

  private static int judge(House house) throws IOException {
    var bill = new ObjectMapper().readTree(house.root().resolve("target/sbom.json").toFile());
    var allowed = AllowedLicences.of(house.root());
    var refused = allowed.refused(bill);
    var unused = allowed.unused(bill);
    refused.forEach(line -> System.err.println("not allowed: " + line));
    unused.forEach(line -> System.err.println("an exception that nothing needs: " + line));
    System.out.println(bill.path("components").size() + " components in target/sbom.json");
    return refused.isEmpty() && unused.isEmpty() ? 0 : 1;
  }
}
