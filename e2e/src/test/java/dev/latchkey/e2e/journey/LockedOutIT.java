package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The device is lost and the codes with it: who is still signed in somewhere, and knows the
 * password, gets out. Attacks 32, 33 and 37: who has only one of the two does not.
 */
@OnThePlatform
class LockedOutIT {

  private static final String PATH = "/account/two-factor";

  private final Api api;
  private final Platform platform;
  private Person judy;
  private SignedIn browser;

  LockedOutIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    judy = platform.people().stranger("judy");
    browser = new SignedIn("", "", "");
  }

  @BeforeEach
  void judy_has_two_factor_on_and_a_browser_signed_in() {
    judy = platform.people().signedUp("judy");
    browser = judy.signIn("browser");
    judy.enrol(browser);
  }

  @Test
  @Tag("attack-32")
  void the_browser_that_switched_it_on_and_the_password_switch_it_off() {
    var elsewhere = judy.signInWithCode();

    var answer = switchOff(browser.token(), judy.password());

    assertThat(answer).hasStatus(200);
    assertThat(account(elsewhere.token())).isRefused(401, "unauthorized");
    assertThat(account(browser.token())).hasStatus(200);
    assertThat(judy.signingIn().send()).hasStatus(201);
    judy.mailbox().mailAbout("authentication is off");
  }

  @Test
  @Tag("attack-33")
  void a_token_made_since_and_the_password_switch_it_off() {
    var token = judy.authorize(browser, "global");

    var answer = switchOff(token, judy.password());

    assertThat(answer).hasStatus(200);
    assertThat(judy.signingIn().send()).hasStatus(201);
    judy.mailbox().mailAbout("authentication is off");
  }

  @Test
  void the_key_that_came_with_switching_it_on_does_as_well() {
    assertThat(switchOff(judy.apiKey(browser), judy.password())).hasStatus(200);
  }

  @Test
  @Tag("attack-33")
  void neither_the_token_nor_the_password_is_enough_alone() {
    var token = judy.authorize(browser, "global");

    assertThat(api.delete(PATH).bearer(token).send()).isRefused(403, "password_required");
    assertThat(api.delete(PATH).basic(judy.email(), judy.password()).send())
        .isRefused(401, "unauthorized");
    assertThat(api.delete(PATH).password(judy.password()).send()).isRefused(401, "unauthorized");
    assertStillOn();
  }

  /**
   * Attack 37, as far as the API goes: what a browser sends along by itself is no credential here,
   * and no other site is let in to read an answer.
   */
  @Test
  @Tag("attack-37")
  void another_site_in_the_same_browser_can_not_switch_it_off() {
    var forged =
        api.delete(PATH)
            .header("Cookie", "__Host-latchkey=%1$s; latchkey-dev=%1$s".formatted(browser.token()))
            .header("Origin", "https://elsewhere.example")
            .header("Sec-Fetch-Site", "cross-site")
            .password(judy.password())
            .send();

    assertThat(forged).isRefused(401, "unauthorized");
    assertThat(forged.header("Access-Control-Allow-Origin")).isEmpty();
    assertStillOn();
  }

  @Test
  @Tag("attack-33")
  void a_token_that_may_only_read_is_not_enough() {
    var token = judy.authorize(browser, "read");

    assertThat(switchOff(token, judy.password())).isRefused(403, "forbidden");
    assertStillOn();
  }

  @Test
  @Tag("attack-33")
  void a_revoked_token_is_not_enough() {
    var made = api.post("/oauth/authorizations").bearer(browser.token()).json(Map.of()).send();
    var revoking = api.delete("/oauth/authorizations/" + made.text("/id"));
    assertThat(revoking.bearer(browser.token()).send()).hasStatus(200);

    assertThat(switchOff(made.text("/access_token/token"), judy.password()))
        .isRefused(401, "unauthorized");
    assertStillOn();
  }

  @Test
  @Tag("attack-32")
  void the_password_may_be_guessed_ten_times_here_as_anywhere() {
    IntStream.range(0, 10)
        .forEach(i ->
            assertThat(switchOff(browser.token(), "a wrong password number " + i))
                .isRefused(422, "invalid_password"));

    var right = switchOff(browser.token(), judy.password());

    assertThat(right).hasStatus(429);
    assertThat(right.header("Retry-After")).isPresent();
    assertStillOn();
  }

  @Test
  void another_device_takes_over_when_it_is_confirmed_and_not_before() {
    var old = judy.authenticator();
    var session = judy.signInWithCode();
    judy.startEnrolment(session);

    assertThat(judy.signingIn().code(old.freshCode()).send()).hasStatus(201);
    assertThat(judy.confirming(session).send()).hasStatus(200);

    assertThat(judy.signingIn().code(old.freshCode()).send())
        .isRefused(401, "invalid_two_factor_code");
    assertThat(judy.signingIn().code(judy.authenticator().freshCode()).send()).hasStatus(201);
    assertThat(account(browser.token())).isRefused(401, "unauthorized");
    assertThat(account(session.token())).hasStatus(200);
  }

  private Answer switchOff(String token, String password) {
    return api.delete(PATH).bearer(token).password(password).send();
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private void assertStillOn() {
    assertThat(api.get(PATH).bearer(browser.token()).send()).hasText("/enabled", "true");
  }
}
