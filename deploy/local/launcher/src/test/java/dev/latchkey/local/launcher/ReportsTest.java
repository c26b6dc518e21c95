package dev.latchkey.local.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {

  @TempDir Path root;

  @Test
  void the_sum_is_over_all_modules_and_both_plugins() throws IOException {
    report("kit/problem/target/surefire-reports/TEST-a.xml", 5, 0, 0, 1);
    report("deploy/local/launcher/target/surefire-reports/TEST-b.xml", 3, 1, 1, 0);
    report("e2e/target/failsafe-reports/TEST-c.xml", 2, 0, 0, 0);
    report("e2e/target/failsafe-reports/other.xml", 9, 0, 0, 0);

    assertThat(new Reports(root).sum()).hasToString("7 passed, 2 failed, 1 skipped");
  }

  @Test
  void a_report_that_was_cut_off_is_a_failure() throws IOException {
    var file = root.resolve("e2e/target/failsafe-reports/TEST-c.xml");
    Files.createDirectories(file.resolveSibling("").normalize());
    Files.writeString(file, "<testsuite tests=\"3\"");

    assertThat(new Reports(root).sum()).hasToString("0 passed, 1 failed, 0 skipped");
  }

  @Test
  void reports_of_an_earlier_run_do_not_count() throws IOException {
    report("auth-service/target/surefire-reports/TEST-a.xml", 5, 0, 0, 0);

    new Reports(root).clear();

    assertThat(new Reports(root).sum()).hasToString("0 passed, 0 failed, 0 skipped");
  }

  private void report(String path, int tests, int failures, int errors, int skipped)
      throws IOException {
    var file = root.resolve(path);
    Files.createDirectories(file.resolveSibling("").normalize());
    Files.writeString(
        file,
        "<testsuite tests=\"%d\" failures=\"%d\" errors=\"%d\" skipped=\"%d\"/>"
            .formatted(tests, failures, errors, skipped));
  }
}
