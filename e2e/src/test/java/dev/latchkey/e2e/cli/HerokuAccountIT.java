package dev.latchkey.e2e.cli;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What both CLIs do with an account beside authorizations. */
@OnThePlatform
@Order(1) // The longest first: they would run alone at the end.
class HerokuAccountIT {

  private static final Pattern CLIENT =
      Pattern.compile("HEROKU_OAUTH_ID=([0-9a-f-]{36})\\s+HEROKU_OAUTH_SECRET=(\\S+)");
  private static final Pattern SECRET = Pattern.compile("HEROKU_OAUTH_SECRET=(\\S+)");

  private final Platform platform;
  private final Api api;
  private Person bob;
  private SignedIn browser;
  private Laptop laptop;

  HerokuAccountIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    bob = platform.people().stranger("bob");
    browser = new SignedIn("", "", "");
    laptop = Laptop.with(HerokuCli.V11, platform);
  }

  @BeforeEach
  void bob_has_a_session_at_the_command_line() {
    bob = platform.people().signedUp("bob");
    browser = bob.signIn("browser");
    laptop = Laptop.with(HerokuCli.V11, platform);
    laptop.remember(bob, bob.signIn("command line").token());
  }

  /** The same command line, with another program. */
  private void at(HerokuCli cli) {
    laptop = Laptop.with(cli, platform);
    laptop.remember(bob, bob.signIn("another command line").token());
  }

  /** With what the programs end when a request was refused. */
  private static int refused(HerokuCli cli) {
    return cli == HerokuCli.V11 ? 2 : 1;
  }

  @AfterEach
  void the_gateway_was_called_and_nobody_else() {
    assertThat(laptop.called()).isSubsetOf(platform.url().getAuthority());
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void sessions_are_listed_and_ended(HerokuCli cli) {
    at(cli);
    assertThat(laptop.runs("sessions")).contains("browser", browser.id(), "command line");

    assertThat(laptop.runs("sessions:destroy", browser.id())).contains("done");

    assertThat(api.get("/account").bearer(browser.token()).send()).isRefused(401, "unauthorized");
    assertThat(laptop.runs("sessions")).doesNotContain(browser.id());
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void ssh_keys_are_added_listed_and_removed(HerokuCli cli) {
    at(cli);
    var file = laptop.file("id_ed25519.pub", SshKeys.line("bob@laptop") + "\n").toString();
    assertThat(laptop.runs("keys")).contains("You have no SSH keys.");

    assertThat(laptop.runs("keys:add", file)).contains("Uploading", "done");

    assertThat(laptop.runs("keys")).containsPattern("ssh-ed25519 AAAA\\S+ bob@laptop");
    assertThat(laptop.fails(refused(cli), "keys:add", file)).contains("is already in use");
    assertThat(laptop.runs("keys:remove", "bob@laptop")).contains("done");
    assertThat(laptop.runs("keys")).contains("You have no SSH keys.");
  }

  /** It deletes them all at once, each with a request of its own. */
  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void all_ssh_keys_are_removed_at_once(HerokuCli cli) {
    at(cli);
    for (var name : List.of("one", "two", "three")) {
      var key = api.post("/account/keys").bearer(browser.token());
      assertThat(key.json(Map.of("public_key", SshKeys.line(name))).send()).hasStatus(201);
    }

    assertThat(laptop.runs("keys:clear")).contains("done");

    assertThat(laptop.runs("keys")).contains("You have no SSH keys.");
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void an_oauth_client_is_created_shown_changed_rotated_and_destroyed(HerokuCli cli) {
    at(cli);
    assertThat(laptop.runs("clients")).contains("No OAuth clients.");

    var created = laptop.runs("clients:create", "Amazing", "https://amazing.example.com/callback");

    var found = CLIENT.matcher(created);
    assertThat(found.find()).as(created).isTrue();
    var id = found.group(1);
    var secret = Known.secret(found.group(2));
    assertThat(laptop.runs("clients")).contains("Amazing", id);
    assertThat(laptop.runs("clients:info", id))
        .contains("Amazing", "https://amazing.example.com/callback")
        .doesNotContain(secret);
    assertThat(laptop.runs("clients:update", id, "-n", "Astonishing")).contains("done");
    var rotated = SECRET.matcher(laptop.runs("clients:rotate", "-s", id));
    assertThat(rotated.find()).isTrue();
    assertThat(Known.secret(rotated.group(1))).isNotEqualTo(secret);
    assertThat(laptop.runs("clients")).contains("Astonishing");
    assertThat(laptop.runs("clients:destroy", id)).contains("done");
    assertThat(laptop.runs("clients")).contains("No OAuth clients.");
  }

  @Test
  void logout_ends_the_sign_in_and_forgets_it() {
    laptop.login(bob, bob.password()).expect("Logged in as").exits(0);
    var token = laptop.token().orElseThrow();

    laptop.runs("logout");

    assertThat(api.get("/account").bearer(token).send()).isRefused(401, "unauthorized");
    assertThat(laptop.token()).isEmpty();
    assertThat(laptop.fails(100, "whoami")).contains("not logged in");
  }

  @Test
  void logout_of_who_came_with_a_session_ends_the_session() {
    var token = laptop.token().orElseThrow();

    laptop.runs("logout");

    assertThat(api.get("/account").bearer(token).send()).isRefused(401, "unauthorized");
    assertThat(api.get("/account").bearer(browser.token()).send()).hasStatus(200);
  }

  /** So that the check after each test can fail. */
  @Test
  void not_set_up_as_the_how_to_says_it_would_send_the_token_elsewhere() {
    var chatty = Laptop.with(HerokuCli.V11, platform).where(Map.of("HEROKU_PARTICLEBOARD_URL", ""));
    chatty.remember(bob, browser.token());

    assertThat(chatty.runs("whoami")).contains(bob.email());

    assertThat(chatty.called()).contains("particleboard.heroku.com:443");
  }
}
