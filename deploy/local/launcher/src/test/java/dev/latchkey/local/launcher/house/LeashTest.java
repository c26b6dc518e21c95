package dev.latchkey.local.launcher.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** No child outlives its parent, however that one ends. */
class LeashTest {

  /** Says that it runs, and would run for a minute. */
  static final class Sleeper {
    private Sleeper() {}

    public static void main(String[] words) throws InterruptedException {
      System.out.println("pid " + ProcessHandle.current().pid());
      TimeUnit.MINUTES.sleep(1);
    }
  }

  private static final List<String> LEASHED =
      List.of(
          House.java().toString(),
          "-cp",
          System.getProperty("java.class.path"),
          Leash.class.getName(),
          Sleeper.class.getName());

  @Test
  void a_child_ends_when_its_stdin_closes() throws Exception {
    var child = new ProcessBuilder(Leash.own(LEASHED)).start();
    assertThat(child.inputReader().readLine()).isEqualTo("pid " + child.pid());

    child.getOutputStream().close();

    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void a_child_ends_when_its_parent_is_killed() throws Exception {
    // The shell in the middle holds the pipe and is the parent; cat gives it something to wait for.
    var parent = shell("{ sleep 60; } | \"$@\" & wait", LEASHED);
    var child = pid(parent);

    parent.descendants().filter(process -> process.pid() != child.pid()).forEach(LeashTest::kill);
    parent.destroyForcibly();

    assertThat(child.onExit().get(20, TimeUnit.SECONDS).isAlive()).isFalse();
  }

  @Test
  void ctrl_c_in_the_terminal_does_not_reach_a_child() throws Exception {
    var child = new ProcessBuilder(Leash.own(LEASHED)).start();
    assertThat(child.inputReader().readLine()).startsWith("pid ");

    var interrupt = new ProcessBuilder("kill", "-INT", Long.toString(child.pid())).start();
    assertThat(interrupt.waitFor()).isZero();

    assertThat(child.waitFor(1, TimeUnit.SECONDS)).isFalse();
    child.destroyForcibly();
  }

  @Test
  void a_foreign_program_ends_when_stdin_closes_and_gives_its_exit_code() throws Exception {
    var endless = new ProcessBuilder(Leash.foreign(List.of("sleep", "60"))).start();
    var failing = new ProcessBuilder(Leash.foreign(List.of("sh", "-c", "exit 7"))).start();

    endless.getOutputStream().close();

    assertThat(endless.waitFor(10, TimeUnit.SECONDS)).isTrue();
    assertThat(failing.waitFor()).isEqualTo(7);
  }

  @Test
  void a_program_with_a_leash_around_it_is_the_process_that_was_started() throws Exception {
    var words = List.of("sh", "-c", "echo pid $$; while :; do sleep 1; done");
    var child = new ProcessBuilder(Leash.around(words)).start();
    assertThat(child.inputReader().readLine()).isEqualTo("pid " + child.pid());

    child.getOutputStream().close();

    assertThat(child.waitFor(20, TimeUnit.SECONDS)).isTrue();
  }

  private static void kill(ProcessHandle process) {
    assertThat(process.destroyForcibly()).isTrue();
  }

  private static Process shell(String script, List<String> words) throws IOException {
    var command = new java.util.ArrayList<>(List.of("sh", "-c", script, "sh"));
    command.addAll(Leash.own(words));
    return new ProcessBuilder(command).start();
  }

  private static ProcessHandle pid(Process parent) throws IOException {
    var line = parent.inputReader(StandardCharsets.UTF_8).readLine();
    return ProcessHandle.of(Long.parseLong(line.replace("pid ", ""))).orElseThrow();
  }
}
