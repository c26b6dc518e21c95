package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** The recovery phone and new recovery codes, of somebody who has two-factor. */
@InABrowser
class RecoveryPhonePageIT {

  private final Platform platform;
  private Person grace;

  RecoveryPhonePageIT(Platform platform) {
    this.platform = platform;
    grace = platform.people().stranger("grace");
  }

  @Test
  void it_is_added_with_the_code_of_a_text_and_removed_again(Window window) {
    switchedOn();
    window.signInWithCode(grace).goTo("/dashboard/two-factor").follow("Add a recovery phone");
    window.isOn("Set a recovery phone").looksGood("number");

    window.type("Mobile number", "not a number");
    send(window).isOn("Set a recovery phone").looksGood("no-number");
    assertThat(window.field("Mobile number").inputValue()).isEqualTo("not a number");
    var mobile = platform.phone("1041");
    window.type("Mobile number", mobile.number());
    send(window).isOn("Recovery phone").seesNot(mobile.number());

    window.type("Code from the text message", "00000000").press("Confirm the number");
    window.isToldAt("Code from the text message", "That is not the code").looksGood("wrong-code");
    window.type("Code from the text message", mobile.code(1)).press("Confirm the number");
    window.isOn("Recovery phone").sees("Mobile number+49 ").looksGood("confirmed");

    window.follow("Remove the phone").isOn("Remove the recovery phone?").looksGood("remove");
    window.type("Your password", grace.password()).press("Remove the phone");
    window.isOn("Two-factor authentication");
    window.seesNot("+49 ").looksGood("removed");
  }

  @Test
  void ten_new_codes_take_the_place_of_the_old(Window window) {
    var session = switchedOn();
    var old = grace.recoveryCodes(session);
    window
        .signInWithCode(grace)
        .goTo("/dashboard/two-factor")
        .follow("Make ten new recovery codes");

    window.type("Your password", "not this one");
    window.press("Make ten new codes").isToldAt("Your password", "That is not your password.");
    window.looksGood("ask");
    window.type("Your password", grace.password());
    window.press("Make ten new codes").isOn("Your ten new recovery codes").looksGood("codes");

    assertThat(window.page().locator("#codes li").allInnerTexts())
        .hasSize(old.size())
        .doesNotContainAnyElementsOf(old);
    assertThat(grace.signingIn().code(old.getFirst()).send().status()).isEqualTo(401);
  }

  private SignedIn switchedOn() {
    grace = platform.people().signedUp("grace");
    var session = grace.signIn();
    grace.enrol(session);
    return session;
  }

  /** With the password alone: the second factor was shown at the sign-in, a moment ago. */
  private Window send(Window window) {
    return window.type("Your password", grace.password()).press("Send the code");
  }
}
