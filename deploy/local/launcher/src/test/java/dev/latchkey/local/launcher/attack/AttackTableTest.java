package dev.latchkey.local.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    var table = table(Map.of(), List.of(test("attack-7")));

    assertThat(table.page())
        .contains(
            "| 7 | it rusts | it opens all the same | lock `LockTest#it_opens` |",
            "| 9 | it burns | it stays shut | **none** |",
            "## Cellars",
            "| 12 | the river comes | all is dry | not run: there is no river here |");
    assertThat(table(Map.of(7, "RustIT"), List.of(test("attack-7"))).page())
        .contains("| lock `LockTest#it_opens`; **awaited: RustIT** |");
    assertThat(table.results()).contains("| lock `LockTest#it_opens`: passed |");
  }

  @Test
  void an_attack_without_a_test_is_a_fault_unless_it_is_awaited_or_can_not_be_tried()
      throws IOException {
    report("<testcase name=\"it_opens\"/>");

    assertThat(table(Map.of(), List.of(test("attack-7"))).complaints())
        .containsExactly("attack-9 has no test: it burns");
    assertThat(table(Map.of(9, "FireIT"), List.of(test("attack-7"))).complaints()).isEmpty();
  }

  @Test
  void a_test_that_did_not_pass_is_a_fault() throws IOException {
    report("<testcase name=\"it_opens\"><skipped/></testcase>");

    assertThat(table(Map.of(9, "FireIT"), List.of(test("attack-7"))).complaints())
        .containsExactly("attack-7: lock `LockTest#it_opens` NOT RUN");
  }

  @Test
  void a_tag_that_names_no_attack_is_a_fault() throws IOException {
    report("<testcase name=\"it_opens\"/>");

    assertThat(table(Map.of(9, "FireIT"), List.of(test("attack-7"), test("attack-8"))).gaps())
        .containsExactly("lock `LockTest#it_opens` shows an unknown attack: attack-8");
  }

  private AttackTable table(Map<Integer, String> awaited, List<TaggedTest> tests) {
    return new AttackTable(List.of(RUST, FIRE, FLOOD), awaited, tests, new Fates(root));
  }

  private static TaggedTest test(String tag) {
    return new TaggedTest(tag, Path.of("lock"), "house.LockTest", "it_opens");
  }

  private void report(String cases) throws IOException {
    var folder = root.resolve("lock/target/surefire-reports");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("TEST-house.LockTest.xml"), "<testsuite>" + cases + "</testsuite>");
  }
}
