package dev.latchkey.local.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttackTableTest {

  private static final Attack RUST = Attack.read("7 | Locks | it rusts → it opens all the same");
  private static final Attack FIRE = Attack.read("9 | Locks | it burns → it stays shut");
  private static final Attack FLOOD =
      Attack.read("12 | Cellars | the river comes → all is dry | there is no river here");

  @TempDir Path root;

  @Test
  void an_attack_is_shown_beside_its_tests() throws IOException {
    report("<testcase name=\"it_opens\"/>");

    var table = table(List.of(test("attack-7")));

    assertThat(table.page())
        .contains(
            "| 7 | it rusts | it opens all the same | lock `LockTest#it_opens` |",
            "| 9 | it burns | it stays shut | **none** |",
            "## Cellars",
            "| 12 | the river comes | all is dry | not run: there is no river here |");
    assertThat(table.results()).contains("| lock `LockTest#it_opens`: passed |");
  }

  @Test
  void an_attack_without_a_test_is_a_fault_unless_it_can_not_be_tried() throws IOException {
    report("<testcase name=\"it_opens\"/>");

    assertThat(table(List.of(test("attack-7"))).complaints())
        .containsExactly("attack-9 has no test: it burns");
  }

  @Test
  void a_test_that_failed_is_a_fault_whatever_others_show() throws IOException {
    report("<testcase name=\"it_opens\"><failure/></testcase><testcase name=\"it_shuts\"/>");

    assertThat(complaints("it_opens", "it_shuts"))
        .containsExactly("attack-7: lock `LockTest#it_opens` failed");
  }

  @Test
  void a_test_that_did_not_run_is_a_fault_unless_another_shows_the_same() throws IOException {
    report("<testcase name=\"it_opens\"><skipped/></testcase><testcase name=\"it_shuts\"/>");

    assertThat(complaints("it_opens"))
        .containsExactly("attack-7: lock `LockTest#it_opens` did not run, nor did another");
    assertThat(complaints("it_is_not_there"))
        .containsExactly("attack-7: lock `LockTest#it_is_not_there` did not run, nor did another");
    assertThat(complaints("it_opens", "it_shuts")).isEmpty();
  }

  @Test
  void a_tag_that_names_no_attack_is_a_fault() throws IOException {
    report("<testcase name=\"it_opens\"/>");

    assertThat(table(List.of(test("attack-7"), test("attack-8"), test("attack-9"))).gaps())
        .containsExactly("lock `LockTest#it_opens` shows an unknown attack: attack-8");
  }

  private List<String> complaints(String... methods) throws IOException {
    var tests = Stream.of(methods).map(method -> test("attack-7", method)).toList();
    return new AttackTable(List.of(RUST, FLOOD), tests, new Fates(root)).complaints();
  }

  private AttackTable table(List<TaggedTest> tests) {
    return new AttackTable(List.of(RUST, FIRE, FLOOD), tests, new Fates(root));
  }

  private static TaggedTest test(String tag) {
    return test(tag, "it_opens");
  }

  private static TaggedTest test(String tag, String method) {
    return new TaggedTest(tag, Path.of("lock"), "house.LockTest", method);
  }

  private void report(String cases) throws IOException {
    var folder = root.resolve("lock/target/surefire-reports");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("TEST-house.LockTest.xml"), "<testsuite>" + cases + "</testsuite>");
  }
}
