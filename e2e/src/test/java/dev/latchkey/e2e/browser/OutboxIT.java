package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Phone;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** The page of what was not really sent, which stands for a mailbox and a phone. */
@InABrowser
class OutboxIT {

  private final Platform platform;

  OutboxIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void the_link_of_a_mail_is_followed_from_there(Window window) {
    var alice = platform.people().signedUp("alice");
    var before = alice.mailbox().linkTokens();
    window.goTo("/dashboard/forgotten-password").type("E-mail", alice.email());
    window.press("Send me a link").isOn("Look into your mail");
    var token = Known.secret(alice.mailbox().linkTokenBeside(before));

    window.lookInto(platform.outbox()).sees(alice.email()).looksGood("mail");
    newestTo(window, alice.email()).getByText(token).click();

    window.isOn("Set a new password");
  }

  @Test
  void the_code_of_a_text_is_read_there(Window window) {
    var grace = platform.people().signedUp("grace");
    var session = grace.signIn();
    grace.enrol(session);
    var mobile = platform.phone("1042");
    askForACode(window, grace, mobile);
    var code = mobile.code(1);

    window.lookInto(platform.outbox()).looksGood("text");

    assertThat(newestTo(window, mobile.number()).innerText()).contains(code);
  }

  private static void askForACode(Window window, Person person, Phone phone) {
    window.signInWithCode(person).goTo("/dashboard/two-factor").follow("Add a recovery phone");
    window.type("Mobile number", phone.number()).type("Your password", person.password());
    window.press("Send the code").isOn("Recovery phone");
  }

  private static Locator newestTo(Window window, String addressee) {
    return window
        .page()
        .getByRole(AriaRole.ARTICLE)
        .filter(new Locator.FilterOptions().setHasText(addressee))
        .first();
  }
}
