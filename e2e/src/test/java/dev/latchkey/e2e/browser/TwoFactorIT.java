package dev.latchkey.e2e.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the dashboard is for. Codes are made from what the picture says, and from nothing else. */
@InABrowser
class TwoFactorIT {

  private static final String WRONG = "That is not the code that this key gives.";

  private final Platform platform;
  private Person erin;

  TwoFactorIT(Platform platform) {
    this.platform = platform;
    erin = platform.people().stranger("erin");
  }

  @BeforeEach
  void erin_has_an_account() {
    erin = platform.people().signedUp("erin");
  }

  @Test
  void whoever_never_saw_two_factor_is_led_through_it(Window laptop, Window phone)
      throws IOException {
    phone.signIn(erin).isOn("Account");
    laptop.signIn(erin).isOn("Account").looksGood("before");

    laptop.follow("Enable two-factor authentication").isOn("Enable two-factor authentication");
    laptop.sees("Step 1 of 5").looksGood("step-1");
    laptop.type("Your password", "not this one").press("Continue");
    laptop.isToldAt("Your password", "That is not your password.");
    laptop.type("Your password", erin.password()).press("Continue");

    laptop.isOn("Scan the code with your app").looksGood("step-2");
    var app = scan(laptop);
    laptop.type("Code from the app", app.wrongCode()).press("Switch two-factor on");
    laptop.isToldAt("Code from the app", WRONG).looksGood("step-2-wrong-code");
    laptop.type("Code from the app", app.freshCode()).press("Switch two-factor on");

    laptop
        .isOn("Two-factor is on")
        .sees("You were signed out of 1 other place")
        .looksGood("step-3");
    phone.follow("Latchkey").isOn("Sign in").sees("Your sign-in has ended.");
    laptop.type("Your password", erin.password()).press("Show my recovery codes");

    laptop.isOn("Your ten new recovery codes").looksGood("step-4");
    assertThat(downloaded(laptop)).contains(codes(laptop));
    printsOnlyTheCodes(laptop);
    laptop.follow("I have saved them").isOn("Set a recovery phone").looksGood("step-5");

    var mobile = platform.phone("1031");
    laptop.type("Mobile number", mobile.number()).type("Your password", erin.password());
    laptop.press("Send the code").isOn("Recovery phone").looksGood("step-5-code");
    laptop.type("Code from the text message", mobile.code(1)).press("Confirm the number");
    laptop.sees("Mobile number+49 ").looksGood("step-5-confirmed").follow("Finish");
    laptop.isOn("Two-factor authentication").sees("10 left").looksGood("on");

    phone.goTo("/dashboard/sign-in").enter(erin).isOn("Two-factor authentication");
    phone.type("Code from your app", app.freshCode()).press("Continue").isOn("Account");
  }

  @Test
  void until_the_first_code_nothing_is_changed(Window laptop, Window phone) {
    phone.signIn(erin).isOn("Account");
    laptop.signIn(erin).isOn("Account").goTo("/dashboard/two-factor");
    laptop.type("Your password", erin.password()).press("Continue");
    laptop.isOn("Scan the code with your app");

    phone.follow("Latchkey").isOn("Account").sees("Off");
    assertThat(erin.signingIn().send()).hasStatus(201);
  }

  @Test
  void it_moves_to_another_device_and_the_old_one_is_worth_nothing(Window window) {
    erin.enrol(erin.signIn());
    var old = erin.authenticator();
    window.signInWithCode(erin).goTo("/dashboard/two-factor").follow("Change the device");
    window.isOn("Move two-factor to another device").looksGood("move");

    window.type("Your password", erin.password()).enterCodeIfAsked(old).press("Continue");
    window.isOn("Scan the code with your app").looksGood("move-scan");
    var next = scan(window);
    window.type("Code from the app", next.freshCode()).press("Switch to the new device");

    window.isOn("Two-factor has moved").looksGood("moved");
    assertThat(erin.signingIn().code(old.codeAt(0)).send())
        .isRefused(401, "invalid_two_factor_code");
    assertThat(erin.signingIn().code(next.freshCode()).send()).hasStatus(201);
  }

  @Test
  void it_is_switched_off_with_the_password(Window window) {
    erin.enrol(erin.signIn());
    window.signInWithCode(erin).goTo("/dashboard/two-factor").follow("Switch two-factor off");
    window.isOn("Switch two-factor off?").looksGood("off");

    window.type("Your password", "not this one").press("Switch two-factor off");
    window.isToldAt("Your password", "That is not your password.");
    window.type("Your password", erin.password()).press("Switch two-factor off");

    window.isOn("Two-factor is off").looksGood("is-off");
    assertThat(erin.signingIn().send()).hasStatus(201);
  }

  @Test
  void after_a_recovery_code_the_password_is_enough_for_a_new_device(Window window) {
    var session = erin.signIn();
    erin.enrol(session);
    var codes = erin.recoveryCodes(session);
    window.signIn(erin).follow("Use a recovery code");
    window.type("Recovery code", codes.getFirst()).press("Continue");
    window.isOn("You used a recovery code").sees("You have 9 recovery codes left.");
    window.looksGood("recovery-code-used");

    window.follow("Set two-factor up on another device");
    window.type("Your password", erin.password()).press("Continue");
    var app = scan(window.isOn("Scan the code with your app"));
    window.type("Code from the app", app.freshCode()).press("Switch to the new device");

    window.isOn("Two-factor has moved");
    assertThat(erin.signingIn().code(codes.get(1)).send()).hasStatus(201);
  }

  @Test
  void recovery_codes_are_shown_again_without_those_that_are_used(Window window) {
    var session = erin.signIn();
    erin.enrol(session);
    var codes = erin.recoveryCodes(session);
    window.signIn(erin).follow("Use a recovery code");
    window.type("Recovery code", codes.getFirst()).press("Continue");
    window.isOn("You used a recovery code").follow("Two-factor").follow("Show my recovery codes");
    window.isOn("Show your recovery codes").looksGood("ask");

    window.type("Your password", erin.password()).enterCodeIfAsked(erin.authenticator());
    window.press("Show the codes").isOn("Your recovery codes").looksGood("codes");

    assertThat(codes(window)).containsExactlyElementsOf(codes.subList(1, codes.size()));
  }

  /** The app's camera sees the same picture on dark pages and on a phone. */
  private static Authenticator scan(Window window) {
    var read = window.qrCode();
    window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(window.qrCode()).isEqualTo(read).startsWith("otpauth://totp/");
    window.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.LIGHT));
    var secret = Known.secret(read.replaceFirst(".*[?&]secret=([A-Z2-7]+).*", "$1"));
    assertThat(window.page().locator("#key").innerText().replaceAll("\\s", "")).isEqualTo(secret);
    return new Authenticator(secret);
  }

  private static List<String> codes(Window window) {
    return window.page().locator("#codes li").allInnerTexts().stream().map(Known::secret).toList();
  }

  private static String downloaded(Window window) throws IOException {
    var file = window.page().waitForDownload(() -> window.press("Download as a text file"));
    assertThat(file.suggestedFilename()).endsWith(".txt");
    return Files.readString(file.path());
  }

  private static void printsOnlyTheCodes(Window window) {
    var page = window.page();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    window.keep("printed");
    assertThat(page.locator("#codes")).isVisible();
    for (Locator unwanted :
        List.of(page.locator("nav.rooms"), window.button("Sign out"), window.button("Print"))) {
      assertThat(unwanted).isHidden();
    }
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }
}
