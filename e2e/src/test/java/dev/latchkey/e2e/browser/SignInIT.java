package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import java.net.URLEncoder;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** In with e-mail and password, and out again. */
@InABrowser
class SignInIT {

  private final Platform platform;
  private Person bob;

  SignInIT(Platform platform) {
    this.platform = platform;
    bob = platform.people().stranger("bob");
  }

  @BeforeEach
  void bob_has_an_account() {
    bob = platform.people().signedUp("bob");
  }

  @Test
  @Tag("attack-51")
  void e_mail_and_password_open_the_account(Window window) {
    window.goTo("/").isOn("Sign in").looksGood("sign-in");

    window.enter(bob).isAt("/dashboard").isOn("Account").sees(bob.email()).looksGood("account");
  }

  @Test
  void a_wrong_password_is_told_and_the_address_is_still_there(Window window) {
    window.goTo("/dashboard/sign-in");
    window.type("E-mail", bob.email()).type("Password", "not this one").press("Sign in");

    window.isTold("E-mail and password do not belong together").looksGood("wrong-password");
    assertThat(window.field("E-mail")).hasValue(bob.email());
    assertThat(window.field("Password")).hasValue("");
    window.type("Password", bob.password()).press("Sign in").isOn("Account");
  }

  @Test
  void an_address_without_an_account_is_told_the_same(Window window) {
    window.signIn(platform.people().stranger("nobody"));

    window.isTold("E-mail and password do not belong together");
  }

  @Test
  void an_empty_form_says_what_it_needs(Window window) {
    window
        .goTo("/dashboard/sign-in")
        .press("Sign in")
        .isTold("Enter your e-mail and your password.");
  }

  @Test
  void whoever_wanted_another_page_is_led_back_there(Window window) {
    window.goTo("/dashboard/sign-in?next=/dashboard/sessions").enter(bob);

    window.isAt("/dashboard/sessions");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.example/",
        "//evil.example",
        "/\\evil.example",
        "javascript:alert(1)"
      })
  void nobody_is_led_elsewhere(String wish, Window window) {
    window.goTo("/dashboard/sign-in?next=" + URLEncoder.encode(wish, UTF_8)).enter(bob);

    window.isAt("/dashboard").isOn("Account");
  }

  @Test
  void signed_out_the_browser_knows_nobody_any_more(Window window) {
    window.signIn(bob).isOn("Account");
    var session = window.cookie("");

    window.press("Sign out").isOn("Sign in");

    assertThat(session).isPresent();
    assertThat(window.cookie("")).isEmpty();
    assertThat(platform.api().get("/account").bearer(session.orElseThrow()).send().status())
        .isEqualTo(401);
    window.goTo("/dashboard").isOn("Sign in");
    window.page().goBack();
    window.isOn("Sign in");
  }

  @Test
  void a_browser_whose_session_was_ended_elsewhere_signs_in_again(Window laptop, Window phone) {
    laptop.signIn(bob).isOn("Account");
    phone.signIn(bob).isOn("Account");
    var token = phone.cookie("").orElseThrow();

    var ended = platform.api().delete("/oauth/sessions/~").bearer(token).send();

    assertThat(ended.ok()).isTrue();
    phone.follow("Latchkey").isOn("Sign in").sees("Your sign-in has ended.").looksGood("ended");
    laptop.follow("Latchkey").isOn("Account");
  }

  @Test
  void signing_in_again_ends_the_sign_in_before(Window window) {
    window.signIn(bob).isOn("Account");
    var before = window.cookie("").orElseThrow();

    window.signIn(bob).isOn("Account");

    assertThat(window.cookie("")).isPresent().isNotEqualTo(Optional.of(before));
    assertThat(platform.api().get("/account").bearer(before).send().status()).isEqualTo(401);
  }

  @Test
  void the_keyboard_is_enough(Window window) {
    window.goTo("/dashboard/sign-in");
    var keyboard = window.keyboard();

    keyboard.tabTo("Skip to the content").tabTo("E-mail").type(bob.email());
    keyboard.tabTo("Password").type(bob.password()).press("Enter");
    window.isOn("Account");

    keyboard.tabTo("Sign out").press("Enter");
    window.isOn("Sign in");
  }
}
