package dev.latchkey.e2e.browser;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Texted;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** The password was right: the app, a recovery code or a text message does the rest. */
@InABrowser
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecondFactorIT {

  private static final int A_MINUTE_LATER = Integer.MAX_VALUE;

  private final Platform platform;
  private final Texted carol;
  private Person alice;

  SecondFactorIT(Platform platform) {
    this.platform = platform;
    carol = platform.texted();
    alice = carol.person();
  }

  @BeforeEach
  void alice_has_an_app() {
    alice = platform.people().signedUp("alice");
    alice.enrol(alice.signIn("laptop"));
  }

  @Test
  void the_app_is_asked_after_the_password(Window window) {
    window.goTo("/dashboard/sign-in?next=/dashboard/sessions").enter(alice);
    window.isOn("Two-factor authentication").looksGood("app");

    window.type("Code from your app", alice.authenticator().wrongCode()).press("Continue");
    window.isToldAt("Code from your app", "That code was not accepted").looksGood("wrong-code");
    window.press("Continue").isToldAt("Code from your app", "Enter a code");

    var code = alice.authenticator().freshCode();
    var typed = code.substring(0, 3) + " " + code.substring(3);
    window.type("Code from your app", typed).press("Continue").isAt("/dashboard/sessions");
    assertThat(window.cookie("-challenge")).isEmpty();
    assertThat(window.cookie("-device")).isPresent();
  }

  @Test
  void a_code_signs_in_once(Window laptop, Window thief) {
    var code = alice.authenticator().freshCode();
    laptop.signIn(alice).type("Code from your app", code).press("Continue").isOn("Account");

    thief.signIn(alice).type("Code from your app", code).press("Continue");

    thief.isToldAt("Code from your app", "That code was not accepted");
  }

  @Test
  void a_recovery_code_does_too_and_leads_to_a_new_device(Window window) {
    var codes = alice.recoveryCodes(alice.signInWithCode());
    window.signIn(alice).follow("Use a recovery code").isOn("Two-factor authentication");
    window.looksGood("recovery-code");

    window.type("Recovery code", codes.getFirst()).press("Continue");

    window.isAt("/dashboard/two-factor/after-recovery-code");
  }

  @Test
  void nobody_comes_past_it(Window window) {
    window.signIn(alice).isOn("Two-factor authentication");

    window.goTo("/dashboard").isOn("Sign in");
  }

  @Test
  @Order(A_MINUTE_LATER)
  void a_text_message_does_too_but_makes_no_token(Window window) {
    carol.awaitNextText();
    window.signIn(carol.person()).isOn("Two-factor authentication");

    window.press("Send me a text message").sees("A text with a code is on its way to +49 ");
    window.seesNot(carol.phone().number()).looksGood("text-message");
    window.type("Code from the text message", carol.phone().code(2)).press("Continue");
    window.isOn("Account");

    window.goTo("/dashboard/applications/new").type("Description", "a script");
    window.press("Create authorization").isToldAt("Two-factor code", "a code");
    assertThat(window.field("Description").inputValue()).isEqualTo("a script");
    window.looksGood("code-asked-for");
    window.type("Two-factor code", alice.authenticator().wrongCode()).press("Create authorization");
    window.isToldAt("Two-factor code", "That code was not accepted");
    window.type("Two-factor code", carol.person().authenticator().freshCode());
    window.press("Create authorization").isOn("Authorization created");
  }
}
