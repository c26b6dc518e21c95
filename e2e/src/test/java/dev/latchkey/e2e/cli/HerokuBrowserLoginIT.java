package dev.latchkey.e2e.cli;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code heroku login}: somebody who is signed in elsewhere decides, and the CLI waits. */
@OnThePlatform
class HerokuBrowserLoginIT {

  private static final Pattern PAGE = Pattern.compile("http://\\S+?/dashboard/cli/([\\w-]+)");

  private final Platform platform;
  private final Api api;
  private Person alice;
  private SignedIn browser;

  HerokuBrowserLoginIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    alice = platform.people().stranger("alice");
    browser = new SignedIn("", "", "");
  }

  @BeforeEach
  void alice_is_signed_in_with_a_code() {
    alice = platform.people().signedUp("alice");
    browser = alice.signIn("browser");
    alice.enrol(browser);
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void approved_it_is_signed_in_until_the_next_cascade(HerokuCli cli) {
    var laptop = laptop(cli);

    try (var terminal = laptop.heroku("login")) {
      assertThat(decide(terminal, "approve")).hasStatus(200);
      terminal.expect("Logged in as " + alice.email()).exits(0);
    }

    var token = laptop.token().orElseThrow();
    assertThat(token).startsWith("lkat_");
    assertThat(laptop.runs("whoami")).contains(alice.email());
    alice.changePassword(browser, "the next " + alice.password());
    assertThat(laptop.fails(2, "whoami")).contains("Invalid credentials");
  }

  @ParameterizedTest
  @EnumSource(HerokuCli.class)
  void denied_it_says_so(HerokuCli cli) {
    var laptop = laptop(cli);

    try (var terminal = laptop.heroku("login")) {
      assertThat(decide(terminal, "deny")).hasStatus(200);
      assertThat(terminal.exits(2)).contains("Error").doesNotContain("Logged in");
    }

    assertThat(laptop.token()).isEmpty();
  }

  /** {@code BROWSER}: what opens the page is a program that does nothing. */
  private Laptop laptop(HerokuCli cli) {
    return Laptop.with(cli, platform)
        .where(Map.of("HEROKU_TESTING_HEADLESS_LOGIN", "1", "BROWSER", "true"));
  }

  /** Presses a key, and decides as the page does that the key would have opened. */
  private Answer decide(Terminal terminal, String decision) {
    terminal
        .expect("Press any key")
        .press("x")
        .expect("Opening browser to ")
        .expect("Waiting for login");
    var page = PAGE.matcher(terminal.screen());
    assertThat(page.find()).as(terminal.screen()).isTrue();
    return api.post("/auth/browser/" + page.group(1) + "/actions/" + decision)
        .bearer(browser.token())
        .send();
  }
}
