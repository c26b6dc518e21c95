package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Name and address, what happened, and the end of the account. */
@InABrowser
class OwnAccountIT {

  private final Platform platform;
  private Person bob;

  OwnAccountIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void a_name_is_text_whatever_it_says(Window window) {
    window
        .signIn(bob)
        .isOn("Account")
        .goTo("/dashboard/profile")
        .isOn("Profile")
        .looksGood("profile");

    window.type("Name", "Robert <script>alert(1)</script>").press("Save name");

    window.sees("Your name is saved.");
    assertThat(window.field("Name")).hasValue("Robert <script>alert(1)</script>");
    window.follow("Latchkey").isOn("Account").sees("Robert <script>alert(1)</script>");
  }

  @Test
  void the_address_changes_when_the_new_ones_link_is_opened(Window window) {
    var next = platform.people().stranger("robert");
    window.signIn(bob).isOn("Account").follow("Change the e-mail address");
    window.isOn("Change e-mail address").looksGood("address");

    window.type("New e-mail address", next.email()).type("Your password", "not this one");
    window.press("Send me the link").isToldAt("Your password", "That is not your password.");
    assertThat(window.field("New e-mail address")).hasValue(next.email());
    window.type("Your password", bob.password()).press("Send me the link");
    window.isOn("Open the link to finish").looksGood("mail-sent");
    assertThat(bob.signingIn().send()).hasStatus(201);

    window.goTo("/dashboard/verify?token=" + Known.secret(next.mailbox().linkToken()));
    window.isOn("Confirm your address").press("Confirm my address");
    window.isOn("Your new address is confirmed").looksGood("confirmed");
    window.follow("Go to your account").sees(next.email());
  }

  @Test
  void what_happened_is_told_and_what_to_look_at_marked(Window window) {
    bob.enrol(bob.signIn("laptop"));
    window.signInWithCode(bob).follow("Security log").isOn("Security log");

    window.sees("Two-factor switched on").sees("API key replaced").sees("Account created");
    window.looksGood("log");
  }

  @Test
  void it_is_closed_only_by_whoever_types_the_address(Window window) {
    window.signIn(bob).isOn("Account").follow("Close the account");
    window.isOn("Close your account").looksGood("close");

    window.type("Your e-mail address, to be sure", "bob@example.com");
    window.type("Your password", bob.password()).press("Close my account for good");
    window.isToldAt("Your e-mail address, to be sure", "This is not the address of this account.");
    window.type("Your e-mail address, to be sure", bob.email());
    window.type("Your password", bob.password()).press("Close my account for good");

    window.isOn("Your account is closed").looksGood("closed");
    assertThat(bob.signingIn().send()).isRefused(401, "unauthorized");
    window.goTo("/dashboard").isOn("Sign in");
  }

  @Test
  void pages_that_are_not_there_say_so(Window window) {
    for (var path : List.of("/dashboard/nothing", "/dashboard/applications/nothing")) {
      window.signIn(bob).isOn("Account").goTo(path).isOn("Page not found");
    }
    window.looksGood("not-found");
  }
}
