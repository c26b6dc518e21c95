package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** An account, from nothing to the first sign-in. */
@InABrowser
class SignUpIT {

  private static final String OVER = "This link does not work any more";

  private final Platform platform;

  SignUpIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void an_account_is_made_by_a_form_and_the_link_of_a_mail(Window window, Window phone) {
    var frank = platform.people().stranger("frank");
    window.goTo("/").follow("Create an account").isOn("Create an account").looksGood("sign-up");

    window.type("E-mail", frank.email()).type("Password", "too short").press("Create account");
    window.isToldAt("Password", "15").looksGood("too-short");
    assertThat(window.field("E-mail")).hasValue(frank.email());
    window.type("Password", frank.password()).press("Create account");
    window.isOn("We sent you a mail").sees(frank.email()).looksGood("mail-sent");

    phone.signIn(frank).isTold("Open the link in the mail that we sent you");

    var link = "/dashboard/verify?token=" + Known.secret(frank.mailbox().linkToken());
    window.goTo(link).isOn("Confirm your address").looksGood("confirm");
    window.press("Confirm my address").isOn("Sign in").looksGood("confirmed");
    window.enter(frank).isOn("Account").sees(frank.email());

    phone.goTo(link);
    if (phone.page().title().startsWith("Confirm")) {
      phone.press("Confirm my address");
    }
    phone.isOn(OVER).looksGood("link-over");
  }

  @Test
  void a_link_that_was_never_sent_opens_nothing(Window window) {
    window.goTo("/dashboard/verify?token=lkev_nothing");
    if (window.page().title().startsWith("Confirm")) {
      window.press("Confirm my address");
    }

    window.isOn(OVER);
  }

  @Test
  void whoever_has_an_account_already_is_told_by_mail_alone(Window window) {
    var bob = platform.people().signedUp("bob");

    window.goTo("/dashboard/sign-up").type("E-mail", bob.email());
    window.type("Password", bob.password()).press("Create account");

    window.isOn("We sent you a mail");
  }
}
