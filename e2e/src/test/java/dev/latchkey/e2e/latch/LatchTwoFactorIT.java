package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.terminal.Terminal;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** {@code latch 2fa}, {@code 2fa:enable} and {@code 2fa:disable}. */
@OnThePlatform
class LatchTwoFactorIT {

  private static final Pattern KEY = Pattern.compile("key into it: ([A-Z2-7 ]+)\n");

  private final Platform platform;
  private final Api api;

  LatchTwoFactorIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void switching_it_on_is_guided_to_the_end_and_signs_out_everywhere_else() {
    var erin = platform.people().signedUp("erin");
    var browser = erin.signIn("browser");
    var script = erin.authorize(browser, "read");
    assertThat(
            api.post("/account/keys")
                .bearer(browser.token())
                .json(Map.of("public_key", SshKeys.line("laptop")))
                .send())
        .hasStatus(201);
    var phone = platform.phone("1001");
    var laptop = Machine.at(platform).signIn(erin).forgetScreen();
    laptop.runs("2fa");

    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Password: ").enter(erin.password());
      var app = app(terminal);
      terminal
          .enter(app.wrongCode())
          .expect("Two-factor code: ")
          .enter(app.freshCode())
          .expect("Save recovery codes now?")
          .enter("")
          .expect("Set a recovery phone?")
          .enter("yes")
          .expect("Number, such as")
          .enter(phone.number())
          .expect("Code in the text")
          .enter(phone.code(1))
          .exits(0);
    }
    laptop.runs("2fa");

    laptop.hasShown("2fa-enable");
    assertThat(account(browser.token())).isRefused(401, "unauthorized");
    assertThat(account(script)).hasStatus(200);
    assertThat(account(laptop.token())).hasStatus(200);
  }

  @Test
  void what_is_offered_can_wait_and_it_moves_to_another_device_and_is_switched_off() {
    var erin = platform.people().signedUp("erin");
    var laptop = Machine.at(platform).signIn(erin).forgetScreen();

    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Password: ").enter(erin.password());
      terminal
          .enter(app(terminal).freshCode())
          .expect("Save recovery codes now?")
          .enter("n")
          .expect("Set a recovery phone?")
          .enter("n")
          .exits(0);
    }
    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Move it to another device?").enter("").exits(0);
    }
    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Move it to another device?").enter("y");
      terminal.expect("Password: ").enter(erin.password());
      terminal.enter(app(terminal).freshCode()).exits(0);
    }
    try (var terminal = laptop.latch("2fa:disable")) {
      terminal
          .expect("Password: ")
          .enter("not " + erin.password())
          .expect("Password: ")
          .enter(erin.password())
          .exits(0);
    }
    laptop.runs("2fa");

    laptop.hasShown("2fa-moved-and-disabled");
    assertThat(erin.signingIn().send()).hasStatus(201);
  }

  @Test
  void a_key_that_may_not_switch_it_off_is_told_what_may() {
    var erin = platform.people().signedUp("erin");
    var browser = erin.signIn("browser");
    var before = erin.authorize(browser, "global");
    erin.enrol(browser);
    var laptop = Machine.at(platform).where(Map.of("LATCHKEY_TOKEN", before));

    try (var terminal = laptop.latch("2fa:disable")) {
      terminal.expect("Password: ").enter(erin.password()).exits(1);
    }

    laptop.hasShown("2fa-disable-refused");
    assertThat(isOn(erin)).isTrue();
  }

  private static boolean isOn(Person person) {
    return person.signingIn().send().id().equals("two_factor");
  }

  /** Sets an app up with the key that is on the screen; up to where its code is asked for. */
  private static Authenticator app(Terminal terminal) {
    terminal.expect("key into it: ").expect("Two-factor code: ");
    var keys = KEY.matcher(terminal.screen());
    assertThat(keys.find()).as(terminal.screen()).isTrue();
    return new Authenticator(Known.secret(keys.group(1).replace(" ", "")));
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
