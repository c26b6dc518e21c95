package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A password that is changed, and one that is forgotten. */
@InABrowser
class PasswordIT {

  private static final String NEXT = "four entirely other words";

  private final Platform platform;
  private Person bob;

  PasswordIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  void it_is_changed_and_every_other_browser_signed_out(Window window, Window phone) {
    phone.signIn(bob).isOn("Account");
    window.signIn(bob).isOn("Account").follow("Change the password");
    window.isOn("Change password").looksGood("change");

    window.type("Current password", "not this one").type("New password", NEXT);
    window.press("Change password").isToldAt("Current password", "That is not your password.");
    window.type("Current password", bob.password()).type("New password", "short");
    window.press("Change password").isToldAt("New password", "15").looksGood("too-short");
    assertThat(window.field("Current password")).hasValue("");
    window.type("Current password", bob.password()).type("New password", Known.secret(NEXT));
    window.press("Change password").sees("Your password is changed.").looksGood("changed");

    window.follow("Latchkey").isOn("Account");
    phone.follow("Latchkey").isOn("Sign in").sees("Your sign-in has ended.");
    assertThat(bob.signingIn().send()).isRefused(401, "unauthorized");
    phone.type("E-mail", bob.email()).type("Password", NEXT).press("Sign in").isOn("Account");
  }

  @Test
  void it_is_set_anew_by_mail_and_everybody_signed_out(Window window, Window thief) {
    thief.signIn(bob).isOn("Account");
    window.goTo("/dashboard/sign-in").follow("Forgot your password?");
    window.isOn("Forgotten password").looksGood("forgotten");
    var before = bob.mailbox().linkTokens();
    window.type("E-mail", bob.email()).press("Send me a link");
    window.isOn("Look into your mail").looksGood("mail-sent");

    var token = Known.secret(bob.mailbox().linkTokenBeside(before));
    window.goTo("/dashboard/password-reset?token=" + token).isOn("Set a new password");
    window.looksGood("new-password");
    window.type("New password", NEXT).type("New password once more", "something else");
    window.press("Set the password");
    window.isToldAt("New password once more", "The two are not the same.").looksGood("different");
    window.type("New password", NEXT).type("New password once more", NEXT);
    window.press("Set the password").isOn("Sign in").looksGood("set");

    thief.follow("Latchkey").isOn("Sign in");
    window.type("E-mail", bob.email()).type("Password", NEXT).press("Sign in").isOn("Account");
    thief.goTo("/dashboard/password-reset?token=" + token);
    thief.type("New password", NEXT).type("New password once more", NEXT).press("Set the password");
    thief.isOn("This link does not work any more").looksGood("link-over");
  }

  @Test
  void an_address_without_an_account_is_told_the_same(Window window) {
    var nobody = platform.people().stranger("nobody");

    window.goTo("/dashboard/forgotten-password").type("E-mail", nobody.email());

    window.press("Send me a link").isOn("Look into your mail");
  }

  @Test
  void whoever_lost_the_phone_finds_the_ways_back(Window window) {
    window.goTo("/dashboard/sign-in").follow("Locked out?");

    window.isOn("Ways back into your account").looksGood("locked-out");
  }
}
