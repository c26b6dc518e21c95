package dev.latchkey.local.launcher.attack;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FatesTest {

  private static final Path MODULE = Path.of("kit/two");

  @TempDir Path root;

  @Test
  void a_method_has_the_fate_of_its_cases() throws IOException {
    report(
        "surefire",
        "house.LockTest",
        """
        <testcase name="it_holds"/>
        <testcase name="it_holds_long"><failure/></testcase>
        <testcase name="it_turns(String)[1]"/>
        <testcase name="it_turns(String)[2]"><error/></testcase>
        <testcase name="it_shines"><skipped/></testcase>
        """);

    assertThat(fate("LockTest", "it_holds")).isEqualTo(Fate.PASSED);
    assertThat(fate("LockTest", "it_holds_long")).isEqualTo(Fate.FAILED);
    assertThat(fate("LockTest", "it_turns")).isEqualTo(Fate.FAILED);
    assertThat(fate("LockTest", "it_shines")).isEqualTo(Fate.NOT_RUN);
    assertThat(fate("LockTest", "it_is_not_there")).isEqualTo(Fate.NOT_RUN);
  }

  @Test
  void a_class_has_the_worst_fate_of_its_methods() throws IOException {
    report("failsafe", "house.DoorIT", "<testcase name=\"a\"/><testcase name=\"b\"/>");
    assertThat(fate("DoorIT", "")).isEqualTo(Fate.PASSED);

    report(
        "failsafe",
        "house.DoorIT",
        "<testcase name=\"a\"/><testcase name=\"b\"><skipped/></testcase>");
    assertThat(fate("DoorIT", "")).isEqualTo(Fate.NOT_RUN);
  }

  @Test
  void what_was_left_out_is_told_from_what_was_not_asked_for() throws IOException {
    assertThat(fate("LockTest", "it_holds")).isEqualTo(Fate.MODULE_NOT_TESTED);

    report("surefire", "house.DoorTest", "<testcase name=\"a\"/>");

    assertThat(fate("LockTest", "it_holds")).isEqualTo(Fate.NOT_RUN);
    assertThat(fate("DoorIT", "")).isEqualTo(Fate.MODULE_NOT_TESTED);
  }

  @Test
  void a_report_that_was_cut_off_proves_nothing() throws IOException {
    report("surefire", "house.LockTest", "<testcase name=\"it_holds\"/><testcase");

    assertThat(fate("LockTest", "it_holds")).isEqualTo(Fate.NOT_RUN);
  }

  private Fate fate(String type, String method) throws IOException {
    return new Fates(root).of(new TaggedTest("attack-1", MODULE, "house." + type, method));
  }

  private void report(String plugin, String type, String cases) throws IOException {
    var folder = root.resolve(MODULE).resolve("target").resolve(plugin + "-reports");
    Files.createDirectories(folder);
    Files.writeString(
        folder.resolve("TEST-" + type + ".xml"), "<testsuite>" + cases + "</testsuite>");
  }
}
