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
    name = "golden",
    description = "Writes the generated pages and documents anew; what follows goes to Maven.")
final class Golden implements Callable<Integer> {

  @Unmatched private List<String> more = new ArrayList<>();

  @Override
  public Integer call() throws IOException, InterruptedException {
    var arguments =
        new ArrayList<>(
            List.of(
                "-B",
                "test",
                "-Dlatchkey.golden=rewrite",
                "-Dtest=*PageTest,ApiDocumentTest,RouteManifestsTest,DashboardsTest,TokenProblemTest",
                "-Dsurefire.failIfNoSpecifiedTests=false"));
    arguments.addAll(more);
    return new Maven(House.here()).openly(arguments);
  }
}
