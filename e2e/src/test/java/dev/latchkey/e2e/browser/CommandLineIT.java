package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.cli.HerokuCli;
import dev.latchkey.e2e.cli.Laptop;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code heroku login}, the unmodified one: it opens a page, and a person decides there. */
@InABrowser
class CommandLineIT {

  private static final Pattern PAGE = Pattern.compile("http://\\S+?(/dashboard/cli/[\\w-]+)");
  private static final int COMPARED = 6;

  private final Platform platform;
  private Person alice;

  CommandLineIT(Platform platform) {
    this.platform = platform;
    alice = platform.people().stranger("alice");
  }

  @BeforeEach
  void alice_has_two_factor() {
    alice = platform.people().signedUp("alice");
    alice.enrol(alice.signIn());
  }

  @Test
  void approved_in_the_browser_it_is_signed_in(Window window) {
    var laptop = laptop();

    try (var terminal = laptop.heroku("login")) {
      var page = opened(terminal);
      window.goTo(page).isOn("Sign in").enter(alice);
      window.type("Code from your app", alice.authenticator().freshCode()).press("Continue");
      window.isAt(page).isOn("Sign in a command line").looksGood("decision");
      assertThat(window.page().locator("#matching-code"))
          .hasText(page.substring(page.length() - COMPARED));

      window.press("Yes, sign it in").isOn("Approved").looksGood("approved");
      terminal.expect("Logged in as " + alice.email()).exits(0);
    }

    assertThat(laptop.runs("whoami")).contains(alice.email());
    window.goTo("/dashboard/applications").sees("Command line sign-in").looksGood("listed");
  }

  @Test
  void refused_it_is_not(Window window) {
    var laptop = laptop();
    window.signInWithCode(alice);

    try (var terminal = laptop.heroku("login")) {
      var page = opened(terminal);
      window.goTo(page).press("No, refuse it").isOn("Refused").looksGood("refused");
      assertThat(terminal.exits(2)).doesNotContain("Logged in");
      window.goTo(page).isOn("Refused");
    }

    assertThat(laptop.token()).isEmpty();
  }

  @Test
  void an_address_that_nobody_printed_leads_nowhere(Window window) {
    window.signInWithCode(alice).goTo("/dashboard/cli/AAAAAAAAAAAAAAAAAAAAAA");

    window.isOn("This sign-in is over").looksGood("over");
  }

  /** {@code BROWSER}: what opens the page is a program that does nothing; ours does. */
  private Laptop laptop() {
    return Laptop.with(HerokuCli.V11, platform)
        .where(Map.of("HEROKU_TESTING_HEADLESS_LOGIN", "1", "BROWSER", "true"));
  }

  /** Presses a key; the page that it opens. */
  private static String opened(Terminal terminal) {
    terminal
        .expect("Press any key")
        .press("x")
        .expect("Opening browser to ")
        .expect("Waiting for login");
    var page = PAGE.matcher(terminal.screen());
    assertThat(page.find()).as(terminal.screen()).isTrue();
    return page.group(1);
  }
}
