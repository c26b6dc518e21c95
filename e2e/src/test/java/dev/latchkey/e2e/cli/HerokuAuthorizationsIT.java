package dev.latchkey.e2e.cli;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code heroku authorizations...}: a token for a machine without a browser, all its life. */
@OnThePlatform
class HerokuAuthorizationsIT {

  private static final Pattern ID = Pattern.compile("ID:\\s+([0-9a-f-]{36})");
  private static final Pattern TOKEN = Pattern.compile("Token:\\s+(lkat_\\w+)");

  private final Platform platform;
  private final Api api;
  private Person alice;
  private Laptop laptop;

  HerokuAuthorizationsIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    alice = platform.people().stranger("alice");
    laptop = Laptop.with(HerokuCli.V11, platform);
  }

  /** By a session: a sign-in of the command line would be in the list itself. */
  @BeforeEach
  void alice_is_signed_in() {
    alice = platform.people().signedUp("alice");
    laptop = Laptop.with(HerokuCli.V11, platform);
    laptop.remember(alice, alice.signIn("command line").token());
  }

  @AfterEach
  void the_gateway_was_called_and_nobody_else() {
    assertThat(laptop.called()).isNotEmpty().isSubsetOf(platform.url().getAuthority());
  }

  @Test
  void one_is_created_shown_renamed_rotated_and_revoked() {
    assertThat(laptop.runs("authorizations")).contains("No OAuth authorizations.");

    var created =
        laptop.runs("authorizations:create", "-d", "Codespaces", "-e", "3600", "-s", "read");

    assertThat(created)
        .containsPattern("Client:\\s+<none>")
        .containsPattern("Description:\\s+Codespaces")
        .containsPattern("Scope:\\s+read")
        .containsPattern("Expires at:.*\\(in about 1 hour\\)");
    var id = found(ID, created);
    var token = Known.secret(found(TOKEN, created));
    assertThat(account(token)).hasStatus(200);
    assertThat(laptop.runs("authorizations")).containsPattern("Codespaces\\s+" + id + "\\s+read");

    var shown = laptop.runs("authorizations:info", id);
    assertThat(shown).containsPattern("Token:\\s+lkat_\\w+\\*{10}\\w+").doesNotContain(token);

    var renamed = laptop.runs("authorizations:update", id, "-d", "Codespaces at work");
    assertThat(renamed).contains("done").containsPattern("Description:\\s+Codespaces at work");

    var rotated = laptop.runs("authorizations:rotate", id);
    assertThat(found(ID, rotated)).isEqualTo(id);
    var next = Known.secret(found(TOKEN, rotated));
    assertThat(account(token)).isRefused(401, "unauthorized");
    assertThat(account(next)).hasStatus(200);

    assertThat(laptop.runs("authorizations:revoke", id))
        .contains("done, revoked authorization from Codespaces at work");
    assertThat(account(next)).isRefused(401, "unauthorized");
    assertThat(laptop.fails(2, "authorizations:info", id)).contains("Error ID: not_found");
  }

  @Test
  void without_options_it_reaches_everything_and_does_not_expire() {
    var created = laptop.runs("authorizations:create");

    assertThat(created)
        .containsPattern("Description:\\s+Long-lived user authorization")
        .containsPattern("Scope:\\s+global")
        .doesNotContain("Expires at");
    assertThat(account(Known.secret(found(TOKEN, created)))).hasStatus(200);
  }

  @Test
  void a_lifetime_that_is_none_is_refused_with_words() {
    assertThat(laptop.fails(2, "authorizations:create", "-e", "soon"))
        .contains("Error ID: invalid_params", "expires_in");
  }

  @Test
  void creating_one_asks_for_a_code_where_none_was_shown_lately() {
    var here = alice.signIn("browser");
    alice.enrol(here);
    laptop.remember(alice, alice.apiKey(here));

    try (var terminal = laptop.heroku("authorizations:create", "-d", "Codespaces")) {
      var shown =
          terminal
              .expect("Two-factor code")
              .type(alice.authenticator().wrongCode())
              .expect("Two-factor code")
              .expect("Two-factor code")
              .type(alice.authenticator().freshCode())
              .exits(0);
      assertThat(account(Known.secret(found(TOKEN, shown)))).hasStatus(200);
    }
  }

  @Test
  void logging_out_with_one_in_the_environment_revokes_it() {
    var script = alice.authorize(alice.signIn("browser"), "global");

    assertThat(laptop.where(Map.of("HEROKU_API_KEY", script)).runs("logout")).contains("done");

    assertThat(account(script)).isRefused(401, "unauthorized");
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private static String found(Pattern pattern, String shown) {
    var found = pattern.matcher(shown);
    assertThat(found.find()).as(shown).isTrue();
    return found.group(1);
  }
}
