package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code latch authorizations} and what is done to one of them. */
@OnThePlatform
class LatchAuthorizationsIT {

  private static final Pattern PAGE = Pattern.compile("http://\\S+?/dashboard/cli/([\\w-]+)");

  private final Platform platform;
  private final Api api;

  LatchAuthorizationsIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void one_is_made_looked_at_renamed_rotated_and_revoked() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();

    laptop.runs("authorizations");
    laptop.runs("authorizations:create", "-d", "Codespaces", "-e", "90d", "-s", "read");
    laptop.runs("authorizations");
    var made = laptop.json("authorizations").path(0);
    var id = made.path("id").asText();
    laptop.runs("authorizations:info", id);
    laptop.runs("authorizations", "update", id.substring(0, 8), "-d", "Codespaces of the team");
    var rotated = laptop.json("authorizations:rotate", id);
    var token = Known.secret(rotated.at("/access_token/token").asText());
    assertThat(api.get("/account").bearer(token).send()).hasStatus(200);
    laptop.runs("authorizations:revoke", id.substring(0, 8));
    laptop.ends(7, "authorizations:revoke", id);
    laptop.ends(7, "authorizations:info", "nonsense");
    laptop.ends(2, "authorizations:create", "-e", "yesterday");
    laptop.ends(1, "authorizations:create", "-s", "everything");

    laptop.hasShown("authorizations");
    assertThat(api.get("/account").bearer(token).send()).isRefused(401, "unauthorized");
    assertThat(made.at("/access_token/expires_in").asLong()).isBetween(89 * 86400L, 90 * 86400L);
  }

  @Test
  void who_has_shown_no_factor_is_asked_for_a_code_also_while_the_answer_goes_elsewhere() {
    var alice = platform.people().signedUp("alice");
    var browser = alice.signIn("browser");
    alice.enrol(browser);
    var laptop = signedInBy(alice, browser);

    try (var terminal = laptop.sh("latch authorizations:create -d CI --json >made.json")) {
      terminal
          .expect("Two-factor code: ")
          .enter(alice.authenticator().wrongCode())
          .expect("Two-factor code: ")
          .enter(alice.authenticator().freshCode())
          .exits(0);
    }

    var made = Json.read(laptop.read("made.json"));
    var token = Known.secret(made.at("/access_token/token").asText());
    assertThat(api.get("/account").bearer(token).send()).hasStatus(200);
    laptop.hasShown("authorizations-with-a-code");
  }

  @Test
  void three_wrong_codes_are_the_end_of_it() {
    var alice = platform.people().signedUp("alice");
    var browser = alice.signIn("browser");
    alice.enrol(browser);
    var laptop = Machine.at(platform).where(Map.of("LATCHKEY_TOKEN", alice.apiKey(browser)));

    try (var terminal = laptop.latch("authorizations:create")) {
      for (int i = 0; i < 3; i++) {
        terminal.expect("Two-factor code: ").enter(alice.authenticator().wrongCode());
      }
      terminal.exits(4);
    }

    laptop.hasShown("authorizations-with-wrong-codes");
  }

  /** In a browser: the approval does not count for what asks for a factor of its own. */
  private Machine signedInBy(Person alice, SignedIn browser) {
    var laptop = Machine.at(platform);
    laptop.program("xdg-open", "#!/bin/sh\n");
    try (var terminal = laptop.latch("login", "--browser")) {
      terminal.expect("code: ").expect("\n");
      var page = PAGE.matcher(terminal.screen());
      assertThat(page.find()).isTrue();
      var approving =
          api.post("/auth/browser/" + page.group(1) + "/actions/approve").bearer(browser.token());
      assertThat(approving.send()).hasStatus(200);
      terminal.expect("Signed in as " + alice.email()).exits(0);
    }
    return laptop.forgetScreen();
  }
}
