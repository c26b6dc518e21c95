package dev.latchkey.cli.completion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.cli.Ran;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scripts in the shells that they are for. */
class ShellTest {

  private static final String USUAL_BREAKS = " \t\n\"'><=;|&(:";
  private static final String NO_COLON = " \t\n\"'><=;|&(";

  @TempDir Path folder;

  private Path script(String shell) throws IOException {
    var ran = Ran.latch(folder, Map.of(), "completion", shell);
    assertThat(ran.code()).isZero();
    return Files.writeString(folder.resolve("latch." + shell), ran.out());
  }

  private static List<String> run(String program, String... words)
      throws IOException, InterruptedException {
    var path = System.getenv().getOrDefault("PATH", "").split(File.pathSeparator);
    assumeTrue(
        Arrays.stream(path).anyMatch(each -> Files.isExecutable(Path.of(each, program))),
        program + " is not installed: nothing is known of its completion");
    var command = new ArrayList<>(List.of(program));
    command.addAll(List.of(words));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said.lines().toList();
  }

  private List<String> bash(String typed, String breaks) throws Exception {
    var asking =
        """
        source "$1" || exit 1
        COMP_LINE=$2 COMP_POINT=${#2} COMP_WORDBREAKS=$3
        _latch latch
        ((${#COMPREPLY[@]} == 0)) || printf '%s\\n' "${COMPREPLY[@]}"
        """;
    return run("bash", "--norc", "-c", asking, "bash", script("bash").toString(), typed, breaks);
  }

  @Test
  void bash_completes_what_comes_after_a_colon_where_that_ends_a_word() throws Exception {
    var candidates = bash("latch 2fa:ph", USUAL_BREAKS);

    assertThat(candidates).containsExactly("phone", "phone:set", "phone:confirm", "phone:remove");
  }

  @Test
  void bash_completes_the_whole_name_where_a_colon_ends_no_word() throws Exception {
    var candidates = bash("latch 2fa:ph", NO_COLON);

    assertThat(candidates)
        .containsExactly("2fa:phone", "2fa:phone:set", "2fa:phone:confirm", "2fa:phone:remove");
  }

  @ParameterizedTest
  @CsvSource({
    "'latch 2fa:phone:', set confirm remove",
    "'latch 2fa:phone:s', set",
    "'latch   keys:r', remove",
    "'latch sessions', sessions sessions:end",
    "'latch nobody', ''",
    "'latch nobody:x', ''",
    "'latch nobody -', ''"
  })
  void bash_completes_commands(String typed, String expected) throws Exception {
    var candidates = bash(typed, USUAL_BREAKS);

    assertThat(String.join(" ", candidates)).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {USUAL_BREAKS, NO_COLON})
  void bash_completes_a_first_word_in_full(String breaks) throws Exception {
    var candidates = bash("latch au", breaks);

    assertThat(candidates)
        .containsExactly(
            "authorizations",
            "authorizations:create",
            "authorizations:info",
            "authorizations:update",
            "authorizations:rotate",
            "authorizations:revoke");
  }

  @ParameterizedTest
  @ValueSource(strings = {"latch authorizations:create --", "latch authorizations:create "})
  void bash_completes_options_of_the_command(String typed) throws Exception {
    var candidates = bash(typed, USUAL_BREAKS);

    assertThat(candidates)
        .containsExactlyInAnyOrder("--description", "--expires-in", "--scope", "--json", "--help");
  }

  @Test
  void bash_completes_a_later_option_too() throws Exception {
    var candidates = bash("latch authorizations:create -d 'a b' --s", NO_COLON);

    assertThat(candidates).containsExactly("--scope");
  }

  @Test
  void zsh_reads_its_script() throws Exception {
    var said = run("zsh", "-n", script("zsh").toString());

    assertThat(said).isEmpty();
  }

  /** What the script gives the completion system of zsh, whose own functions print it here. */
  @ParameterizedTest
  @CsvSource({
    "2, 'latch 2fa:ph', '2fa\\:phone\\:set:Set a recovery phone, or change it\\: sends a code there.'",
    "3, 'latch authorizations:create --', --expires-in"
  })
  void zsh_is_offered_commands_and_options(int current, String typed, String offered)
      throws Exception {
    var asking =
        """
        compdef() { :; }
        _describe() { print -rl -- ${(P)4}; }
        compadd() { print -rl -- "$@"; }
        _files() { :; }
        source $1
        words=(${(s: :)2}) CURRENT=$3
        _latch
        """;
    var script = script("zsh").toString();

    var said = run("zsh", "-f", "-c", asking, "zsh", script, typed, Integer.toString(current));

    assertThat(said).contains(offered);
  }

  @Test
  void fish_reads_its_script() throws Exception {
    var said = run("fish", "--no-execute", script("fish").toString());

    assertThat(said).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "latch 2fa:phone:s, '2fa:phone:set\tSet a recovery phone, or change it: sends a code there.'",
    "latch api, 'api-key\tShow your API key; asks for the password.'",
    "latch authorizations:create --exp, --expires-in",
    "latch completion --js, --json"
  })
  void fish_completes_commands_with_what_they_do_and_options(String typed, String offered)
      throws Exception {
    var asking = "source $argv[1]; complete -C $argv[2]";

    var said = run("fish", "--no-config", "-c", asking, script("fish").toString(), typed);

    assertThat(said).containsExactly(offered);
  }

  @Test
  void a_shell_is_named() {
    var ran = Ran.latch(folder, Map.of(), "completion");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.error()).contains("SHELL");
  }

  @Test
  void another_shell_is_refused_with_those_that_there_are() {
    var ran = Ran.latch(folder, Map.of(), "completion", "powershell");

    assertThat(ran.code()).isEqualTo(2);
    assertThat(ran.error()).contains("bash, zsh, fish");
    assertThat(ran.out()).isEmpty();
  }
}
