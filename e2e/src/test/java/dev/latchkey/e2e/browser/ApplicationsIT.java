package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tokens for scripts and tools: made, replaced, ended. */
@InABrowser
class ApplicationsIT {

  private static final int GONE = 401;

  private final Platform platform;
  private Person bob;

  ApplicationsIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void an_authorization_is_made_beside_the_list_and_its_token_shown_once(Window window) {
    window.signIn(bob).isOn("Account").follow("Applications").isOn("Applications");
    window.sees("There are no authorizations.").looksGood("none");

    window.follow("Create authorization").looksGood("new");
    window.press("Create authorization");
    window.isToldAt("Description", "Say in a few words what it is for.");
    window.type("Description", "Backup <b>script</b>").choose("See apps read");
    window.select("Expires", "In 30 days").press("Create authorization");

    window.isOn("Authorization created").looksGood("token");
    var token = token(window);
    window.press("Copy");
    assertThat(window.page().evaluate("navigator.clipboard.readText()")).isEqualTo(token);
    assertThat(account(token)).isEqualTo(200);

    window.follow("I have copied it").isOn("Applications").sees("Backup <b>script</b>");
    window.looksGood("list");
    assertThat(window.page().content()).doesNotContain(token);
  }

  @Test
  void a_token_is_replaced_and_the_old_one_is_dead(Window window) {
    var old = bob.authorize(bob.signIn(), "read");
    window.signIn(bob).isOn("Account").goTo("/dashboard/applications").follow("a script");
    window.isOn("a script").looksGood("details");

    window.follow("Replace token").isOn("Replace the token of “a script”?").looksGood("replace");
    window.press("Replace token").isOn("New token");

    assertThat(account(old)).isEqualTo(GONE);
    assertThat(account(token(window))).isEqualTo(200);
  }

  @Test
  void it_is_described_anew(Window window) {
    bob.authorize(bob.signIn(), "read");
    window.signIn(bob).isOn("Account").goTo("/dashboard/applications").follow("a script");

    window.type("Description", "").press("Save");
    window.isToldAt("Description", "Say in a few words what it is for.");
    window.type("Description", "the night's backup").press("Save");

    window.isOn("the night's backup").sees("The new description is saved.");
  }

  @Test
  void it_is_revoked_at_once(Window window) {
    var token = bob.authorize(bob.signIn(), "read");
    window.signIn(bob).isOn("Account").goTo("/dashboard/applications").follow("Revoke a script");
    window.isOn("Revoke “a script”?").looksGood("revoke");
    assertThat(account(token)).isEqualTo(200);

    window.press("Revoke").isOn("Applications").sees("The authorization was revoked.");

    assertThat(account(token)).isEqualTo(GONE);
    window.sees("There are no authorizations.");
  }

  private static String token(Window window) {
    var token = window.page().locator("#token");
    assertThat(token).hasText(java.util.regex.Pattern.compile("^lkat_"));
    return Known.secret(token.innerText().strip());
  }

  private int account(String token) {
    return platform.api().get("/account").bearer(token).send().status();
  }
}
