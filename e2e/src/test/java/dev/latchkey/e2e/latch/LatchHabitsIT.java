package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every command does alike. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatchHabitsIT {

  private final Platform platform;
  private final Api api;
  private final Person bob;
  private final Machine laptop;

  LatchHabitsIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    bob = platform.people().signedUp("bob");
    laptop = Machine.at(platform);
  }

  @BeforeAll
  void bob_is_signed_in() {
    laptop.signIn(bob);
    laptop.runs("authorizations:create", "-d", "a description that is rather long, for a table");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "login",
        "signup",
        "verify",
        "2fa:enable",
        "2fa:disable",
        "2fa:recovery-codes",
        "2fa:phone:set",
        "2fa:phone:confirm",
        "2fa:phone:remove",
        "api-key",
        "password",
        "password:reset"
      })
  void where_nobody_can_be_asked_nobody_is_waited_for(String command) {
    try (var terminal = laptop.sh("latch " + command + " </dev/null")) {
      var shown = terminal.exits(2);

      assertThat(shown).contains("This needs a terminal");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"NO_COLOR=1", "TERM=dumb"})
  void who_wants_no_colour_gets_none(String variable) {
    var parts = variable.split("=");
    var plain = laptop.where(Map.of(parts[0], parts[1]));

    for (var command : new String[] {"sessions", "2fa", "--help", "frobnicate"}) {
      try (var terminal = plain.latch(command)) {
        terminal.ends();
        assertThat(terminal.raw()).doesNotContain("\u001b");
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {60, 80})
  void tables_are_as_wide_as_the_window_at_most(int columns) {
    laptop.forgetScreen();

    for (var command : new String[] {"sessions", "authorizations", "log"}) {
      var shown = laptop.columns(columns).runs(command);

      assertThat(shown.lines())
          .allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(columns));
    }
    laptop.hasShown("tables-" + columns + "-wide");
  }

  @Test
  void a_platform_that_is_away_is_said_to_be() throws IOException {
    int unused;
    try (var socket = new ServerSocket(0)) {
      unused = socket.getLocalPort();
    }
    var elsewhere =
        laptop.where(
            Map.of("LATCHKEY_URL", "http://127.0.0.1:" + unused, "LATCHKEY_TOKEN", "lkat_none"));

    var shown = elsewhere.ends(5, "whoami");

    assertThat(shown).contains("127.0.0.1:" + unused + " cannot be reached");
  }

  @Test
  void a_password_goes_nowhere_in_the_clear() {
    var elsewhere = laptop.where(Map.of("LATCHKEY_URL", "http://platform.example.com"));

    var shown = elsewhere.ends(2, "login");

    assertThat(shown).contains("https://");
  }

  @Test
  void too_many_attempts_are_told_with_the_wait_also_as_json() {
    var locked = platform.people().signedUp("locked");
    for (int i = 0; i < 11; i++) {
      var unused =
          api.post("/sessions").basic(locked.email(), "wrong password " + i).sendPatiently();
    }
    var machine = Machine.at(platform);

    try (var terminal = machine.login(locked, locked.password())) {
      var shown = terminal.exits(6);
      assertThat(shown)
          .containsPattern("Try again in \\d+ (minute|second)s?( and \\d+ seconds?)?\\.");
    }
    try (var terminal = machine.sh("latch login --json 2>refused.json")) {
      terminal.enter(locked.email()).enter(locked.password()).exits(6);
    }
    var refused = machine.read("refused.json");
    var last = refused.substring(refused.indexOf('{'));
    assertThat(Json.read(last).path("id").asText()).isEqualTo("rate_limit");
  }

  @Test
  void help_is_there_for_everything_and_exit_codes_are_listed() {
    laptop.forgetScreen();

    laptop.runs("--help");
    laptop.runs("--exit-codes");
    laptop.runs("authorizations", "create", "--help");
    laptop.ends(2, "frobnicate");
    laptop.ends(2, "whoami", "lkat_typed_by_mistake");

    laptop.hasShown("help");
  }

  @Test
  void a_shell_completes_it() {
    laptop.write(
        "complete.sh",
        """
        source <(latch completion bash)
        COMP_LINE="latch authorizations:cr"; COMP_POINT=${#COMP_LINE}
        _latch
        echo "completed: ${COMPREPLY[*]}"
        """);

    try (var terminal = laptop.sh("bash complete.sh")) {
      assertThat(terminal.exits(0)).contains("completed: create");
    }
  }
}
