package dev.latchkey.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.ending.ExitCode;
import dev.latchkey.cli.platform.LocalPlatform;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole runs, with what scripts see of them. */
class LatchTest {

  @TempDir Path home;

  private Ran latch(Map<String, String> environment, String line) {
    return Ran.latch(home, environment, line.isEmpty() ? new String[0] : line.split(" "));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hunter2",
        "hunter2 --json",
        "login hunter2",
        "login --password hunter2",
        "login --password=hunter2",
        "login --token-stdin=hunter2",
        "login --browser=hunter2",
        "login --json=hunter2",
        "login -phunter2",
        "log -n hunter2",
        "log --lines=hunter2",
        "completion hunter2",
        "completion bash hunter2",
        "2fa phone set +49 hunter2",
        "keys add a hunter2",
        "sessions end hunter2 --others",
        "sessions end hunter2 more",
        "api-key --regenerate=hunter2",
        "--version=hunter2",
        "authorizations create -d a -d hunter2",
        "authorizations update hunter2"
      })
  void what_was_not_understood_is_not_said_again(String line) {
    var ran = latch(Map.of(), line);

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).startsWith("latch: ").contains("--help").hasLineCount(1);
    assertThat(ran.error() + ran.out()).doesNotContain("hunter2");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "nobody | There is no such command. All of them: latch --help",
        "login x | There is a word too many, or an option that `latch login` does not have.",
        "log -n x | --lines does not take that value. Try: latch log --help",
        "completion x | SHELL is one of bash, zsh, fish. Try: latch completion --help",
        "completion | Missing required parameter: 'SHELL'. Try: latch completion --help",
        "log -n | Missing required parameter for option '--lines' (N). Try: latch log --help"
      })
  void what_is_wrong_is_said(String line, String words) {
    var ran = latch(Map.of(), line);

    assertThat(ran.error()).startsWith("latch: " + words);
  }

  @Test
  void nothing_at_all_is_a_question_for_help() {
    var ran = latch(Map.of(), "");

    assertThat(ran.code()).isZero();
    assertThat(ran.out()).startsWith("Usage: latch").contains("LATCHKEY_CA_FILE");
  }

  @Test
  void it_says_which_it_is() {
    var ran = latch(Map.of(), "--version");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().strip()).isEqualTo("latch dev");
  }

  @Test
  void every_exit_code_is_told_once() {
    var ran = latch(Map.of(), "--exit-codes");

    assertThat(ran.code()).isZero();
    assertThat(ran.out().lines()).hasSize(ExitCode.values().length).doesNotHaveDuplicates();
    assertThat(ran.out()).startsWith("  0  done").contains("  8  ");
  }

  @Test
  void without_a_platform_it_asks_for_one() {
    var ran = latch(Map.of(), "whoami");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("LATCHKEY_URL");
  }

  @Test
  void without_a_sign_in_it_says_how_to() {
    var ran = latch(Map.of("LATCHKEY_URL", "https://api.example.com"), "whoami --json");

    assertThat(ran.code()).isEqualTo(ExitCode.SIGNED_OUT.number());
    assertThat(ran.error().strip())
        .isEqualTo(
            "{\"id\":\"latch_signed_out\",\"message\":\"You are not signed in. Sign in with: latch login\"}");
  }

  @Test
  void a_token_of_the_environment_signs_in_and_leaves_nothing() throws IOException {
    try (var platform = LocalPlatform.saying(200, "{\"email\":\"alice@example.com\"}")) {
      var environment =
          Map.of("LATCHKEY_URL", platform.url().toString(), "LATCHKEY_TOKEN", "lkat_hunter2\n");

      var ran = latch(environment, "whoami");

      assertThat(ran).isEqualTo(new Ran(0, "alice@example.com\n", ""));
      assertThat(platform.asked().getFirst().header("Authorization"))
          .containsExactly("Bearer lkat_hunter2");
      assertThat(home).isEmptyDirectory();
    }
  }

  @Test
  void a_token_that_cannot_be_one_is_not_sent_and_not_said_again() throws IOException {
    try (var platform = LocalPlatform.saying(200, "{}")) {
      var environment =
          Map.of("LATCHKEY_URL", platform.url().toString(), "LATCHKEY_TOKEN", "lkat_hunter2\nx");

      var ran = latch(environment, "whoami");

      assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
      assertThat(ran.error()).doesNotContain("hunter2");
      assertThat(platform.asked()).isEmpty();
    }
  }

  @Test
  void authorities_of_ones_own_are_read_where_the_environment_says() {
    var file = home.resolve("none.pem").toString();
    var environment =
        Map.of(
            "LATCHKEY_URL",
            "https://api.example.com",
            "LATCHKEY_TOKEN",
            "lkat_1",
            "LATCHKEY_CA_FILE",
            file);

    var ran = latch(environment, "whoami");

    assertThat(ran.code()).isEqualTo(ExitCode.USAGE.number());
    assertThat(ran.error()).contains("LATCHKEY_CA_FILE, " + file + ", cannot be read.");
  }

  @Test
  void what_somebody_else_wrote_steers_no_terminal() throws IOException {
    try (var platform = LocalPlatform.saying(200, "{\"email\":\"\\u001b[2Ja@example.com\"}")) {
      var environment =
          Map.of("LATCHKEY_URL", platform.url().toString(), "LATCHKEY_TOKEN", "lkat_1");

      var ran = latch(environment, "whoami");

      assertThat(ran.out()).isEqualTo("�[2Ja@example.com\n");
    }
  }

  @Test
  void a_token_that_is_brought_along_is_kept_once_the_platform_knows_it() throws IOException {
    var token = "lkat_" + "0123456789".repeat(4);
    try (var platform = LocalPlatform.saying(200, "{\"email\":\"alice@example.com\"}")) {
      var environment = Map.of("LATCHKEY_URL", platform.url().toString());

      var signedIn = Ran.given(token + "\n", home, environment, "login", "--token-stdin");

      assertThat(signedIn.code()).isZero();
      assertThat(signedIn.out() + signedIn.error()).doesNotContain(token);
      assertThat(latch(Map.of(), "whoami").out()).isEqualTo("alice@example.com\n");
    }
  }
}
