package dev.latchkey.e2e.latch;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** {@code --json}: one document on standard output, whatever is asked and said beside it. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatchJsonIT {

  private static final Pattern KEY = Pattern.compile("key into it: ([A-Z2-7 ]+)\n");

  private final Platform platform;
  private final Person bob;
  private final Machine laptop;

  LatchJsonIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().signedUp("bob");
    laptop = Machine.at(platform).signIn(bob);
  }

  @Test
  void what_asks_nothing_answers_in_json() {
    laptop.write("key.pub", SshKeys.line("bob@laptop"));
    var other = bob.signIn("browser");

    assertThat(laptop.json("whoami").path("email").asText()).isEqualTo(bob.email());
    assertThat(laptop.json("2fa").path("enabled").isBoolean()).isTrue();
    assertThat(laptop.json("sessions")).hasSize(2);
    assertThat(laptop.json("sessions:end", other.id()).path("id").asText()).isEqualTo(other.id());
    assertThat(laptop.json("sessions:end", "--others").isArray()).isTrue();
    var made = laptop.json("authorizations:create", "-d", "CI").path("id").asText();
    assertThat(laptop.json("authorizations")).hasSize(1);
    for (var command : List.of("info", "rotate", "revoke")) {
      var answer = laptop.json("authorizations", command, made);
      assertThat(answer.path("id").asText()).isEqualTo(made);
    }
    assertThat(laptop.json("keys:add", "key.pub").hasNonNull("id")).isTrue();
    assertThat(laptop.json("keys")).hasSize(1);
    assertThat(laptop.json("keys:remove", "bob@laptop").hasNonNull("id")).isTrue();
    assertThat(laptop.json("log", "-n", "3")).hasSize(3);
  }

  @Test
  void what_asks_for_something_answers_in_json_as_well() {
    var erin = platform.people().stranger("erin");
    var tablet = Machine.at(platform);

    try (var terminal = asked(tablet, "signup")) {
      terminal.expect("E-mail: ").enter(erin.email());
      terminal.expect("New password: ").enter(erin.password());
      terminal.expect("The same again: ").enter(erin.password());
      terminal.expect("Paste the link in it").enter("");
      assertThat(answer(tablet, terminal).path("email").asText()).isEqualTo(erin.email());
    }
    try (var terminal = asked(tablet, "verify")) {
      terminal.expect("Link in the mail: ").enter(Known.secret(erin.mailbox().linkToken()));
      assertThat(answer(tablet, terminal).path("email").asText()).isEqualTo(erin.email());
    }
    try (var terminal = asked(tablet, "login")) {
      terminal.expect("E-mail: ").enter(erin.email());
      terminal.expect("Password: ").enter(erin.password());
      assertThat(answer(tablet, terminal).has("token")).isFalse();
    }
    try (var terminal = asked(tablet, "2fa:enable")) {
      terminal.expect("Password: ").enter(erin.password());
      terminal.enter(app(terminal).freshCode());
      assertThat(answer(tablet, terminal).path("cascade").asText()).isEqualTo("done");
    }
    withPassword(tablet, erin, "2fa:recovery-codes --regenerate", "/9");
    withPassword(tablet, erin, "2fa:recovery-codes", "/recovery_codes_left");
    withPassword(tablet, erin, "2fa:recovery-codes -o codes.txt", "/written_to");
    withPassword(tablet, erin, "api-key", "/access_token/token");
    try (var terminal = asked(tablet, "2fa:phone:set")) {
      terminal.expect("Number, such as").enter(platform.phone("1001").number());
      terminal.expect("Password: ").enter(erin.password());
      terminal.expect("Code in the text").enter("");
      assertThat(answer(tablet, terminal).path("state").asText()).isEqualTo("code_sent");
    }
    assertThat(tablet.json("2fa:phone").path("state").asText()).isEqualTo("code_sent");
    withPassword(tablet, erin, "2fa:phone:remove", "/state");
    withPassword(tablet, erin, "2fa:disable", "/cascade");
    assertThat(tablet.json("logout").path("signed_out").asBoolean()).isTrue();
  }

  @Test
  void a_failure_is_json_on_standard_error() {
    var nobody = Machine.at(platform);

    for (var line : List.of("whoami", "sessions:end", "login --nonsense")) {
      nobody.unseen("latch " + line + " --json 2>error.json >out").ends();
      assertThat(Json.read(nobody.read("error.json")).hasNonNull("id")).as(line).isTrue();
      assertThat(nobody.read("out")).isEmpty();
    }
  }

  private static void withPassword(Machine machine, Person person, String line, String pointer) {
    try (var terminal = asked(machine, line)) {
      terminal.expect("Password: ").enter(person.password());
      assertThat(answer(machine, terminal).at(pointer).isMissingNode()).as(line).isFalse();
    }
  }

  private static Terminal asked(Machine machine, String line) {
    return machine.unseen("latch " + line + " --json >answer.json");
  }

  private static JsonNode answer(Machine machine, Terminal terminal) {
    terminal.exits(0);
    var document = Machine.document(machine.read("answer.json"));
    assertThat(document.isContainerNode()).isTrue();
    return document;
  }

  private static Authenticator app(Terminal terminal) {
    terminal.expect("key into it: ").expect("Two-factor code: ");
    var keys = KEY.matcher(terminal.screen());
    assertThat(keys.find()).as(terminal.screen()).isTrue();
    return new Authenticator(Known.secret(keys.group(1).replace(" ", "")));
  }
}
