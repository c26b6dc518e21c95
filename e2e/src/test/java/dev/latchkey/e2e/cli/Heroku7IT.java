package dev.latchkey.e2e.cli;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The CLI of 2020, which still switches two-factor off and makes recovery codes. */
@OnThePlatform
class Heroku7IT {

  private static final Pattern CODE = Pattern.compile("(?m)^[0-9a-z]{4}(-[0-9a-z]{4}){3}$");
  private static final Pattern ID = Pattern.compile("ID:\\s+([0-9a-f-]{36})");
  private static final Pattern TOKEN = Pattern.compile("Token:\\s+(lkat_\\w+)");

  private final Platform platform;
  private final Api api;
  private Person alice;
  private SignedIn browser;
  private Laptop laptop;

  Heroku7IT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    alice = platform.people().stranger("alice");
    browser = new SignedIn("", "", "");
    laptop = Laptop.with(HerokuCli.V7, platform);
  }

  @BeforeEach
  void alice_has_an_account() {
    alice = platform.people().signedUp("alice");
    browser = alice.signIn("browser");
    laptop = Laptop.with(HerokuCli.V7, platform);
  }

  @AfterEach
  void the_gateway_was_called_and_nobody_else() {
    assertThat(laptop.called()).isNotEmpty().isSubsetOf(platform.url().getAuthority());
  }

  @Test
  void signs_in_with_a_password_and_out_again_on_the_server_too() {
    laptop.login(alice, alice.password()).expect("Logged in as").exits(0);
    var token = laptop.token().orElseThrow();
    assertThat(laptop.runs("whoami")).contains(alice.email());
    assertThat(laptop.runs("2fa")).contains("Two-factor authentication is not enabled");

    laptop.runs("logout");

    // It finds its own token in the list, which is why that one is shown in full there.
    assertThat(account(token)).isRefused(401, "unauthorized");
    assertThat(laptop.fails(2, "whoami")).contains("unauthorized");
  }

  @Test
  void signs_in_with_a_code_makes_recovery_codes_and_switches_two_factor_off() {
    alice.enrol(browser);
    laptop
        .login(alice, alice.password())
        .expect("Two-factor code")
        .type(alice.authenticator().freshCode())
        .expect("Logged in as")
        .exits(0);
    assertThat(laptop.runs("2fa")).contains("Two-factor authentication is enabled");

    var codes = answering("Password", alice.password(), 0, "2fa:generate-recovery-codes");
    assertThat(CODE.matcher(codes).results().count()).isEqualTo(10);
    CODE.matcher(codes).results().forEach(code -> known(code.group()));

    var wrong = answering("Password", "not " + alice.password(), 2, "2fa:disable");
    assertThat(wrong).contains("invalid_password").doesNotContain("log in");
    assertThat(laptop.runs("2fa")).contains("Two-factor authentication is enabled");

    answering("Password", alice.password(), 0, "2fa:disable");

    var signedIn = alice.signIn("browser");
    assertThat(account(signedIn.token())).hasText("/two_factor_authentication", "false");
  }

  @Test
  void recovery_codes_ask_for_a_code_where_none_was_shown_lately() {
    alice.enrol(browser);
    laptop.remember(alice, alice.apiKey(browser));

    try (var terminal = laptop.heroku("2fa:generate-recovery-codes")) {
      var shown =
          terminal
              .expect("Password")
              .type(alice.password())
              .expect("Two-factor code")
              .type(alice.authenticator().freshCode())
              .exits(0);
      assertThat(CODE.matcher(shown).results().count()).isEqualTo(10);
      CODE.matcher(shown).results().forEach(code -> known(code.group()));
    }
  }

  @Test
  void disabling_what_is_off_says_so() {
    laptop.remember(alice, browser.token());

    assertThat(laptop.fails(2, "2fa:disable")).contains("2fa is already disabled");
  }

  @Test
  void authorizations_work_with_its_way_of_showing_the_token() {
    laptop.remember(alice, browser.token());
    assertThat(laptop.runs("authorizations")).contains("No OAuth authorizations.");

    var created =
        laptop.runs("authorizations:create", "-d", "Codespaces", "-e", "3600", "-s", "read");

    var id = found(ID, created);
    var token = Known.secret(found(TOKEN, created));
    assertThat(laptop.runs("authorizations")).contains("Codespaces", id, "read");
    assertThat(laptop.runs("authorizations:info", id)).contains("Codespaces", "in about 1 hour");
    assertThat(laptop.runs("authorizations:update", id, "-d", "At work")).contains("At work");
    var next = Known.secret(found(TOKEN, laptop.runs("authorizations:rotate", id)));
    assertThat(account(token)).isRefused(401, "unauthorized");
    assertThat(laptop.runs("authorizations:revoke", id)).contains("done, revoked authorization");
    assertThat(account(next)).isRefused(401, "unauthorized");
  }

  private String answering(String question, String answer, int code, String... words) {
    try (var terminal = laptop.heroku(words)) {
      return terminal.expect(question).type(answer).exits(code);
    }
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private static void known(String code) {
    var withHyphens = Known.secret(code);
    var without = Known.secret(code.replace("-", ""));
    assertThat(withHyphens).isNotEqualTo(without);
  }

  private static String found(Pattern pattern, String shown) {
    var found = pattern.matcher(shown);
    assertThat(found.find()).as(shown).isTrue();
    return found.group(1);
  }
}
