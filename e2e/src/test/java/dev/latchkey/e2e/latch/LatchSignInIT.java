package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.Texted;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Quiet;
import java.util.Map;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

/** {@code latch login} with the password, and each way of showing the second factor. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class LatchSignInIT {

  private static final String NEW_DEVICE = "A sign-in from a new device";

  private final Platform platform;
  private final Api api;
  private final Person bob;
  private final Texted carol;

  LatchSignInIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    bob = platform.people().signedUp("bob");
    carol = platform.texted();
  }

  @Test
  void the_password_is_enough_without_two_factor() {
    var laptop = Machine.at(platform);

    laptop.signIn(bob);

    laptop.runs("whoami");
    laptop.hasShown("login");
    var session = api.get("/oauth/sessions").bearer(laptop.token()).send().json().path(0);
    assertThat(session.path("description").asText()).isEqualTo("latch on laptop");
    assertThat(session.path("client").asText()).startsWith("latch/");
  }

  @Test
  void a_wrong_password_signs_nobody_in() {
    var laptop = Machine.at(platform);

    laptop.login(bob, "not " + bob.password()).exits(4);

    laptop.ends(3, "whoami");
    laptop.hasShown("login-with-a-wrong-password");
    assertThat(laptop.credentials()).doesNotExist();
  }

  @Test
  void the_earlier_sign_in_of_this_machine_ends_with_the_next_one() {
    var laptop = Machine.at(platform).signIn(bob);
    var earlier = laptop.token();

    laptop.signIn(bob);

    assertThat(account(earlier)).isRefused(401, "unauthorized");
    assertThat(account(laptop.token())).hasStatus(200);
  }

  @Test
  void a_code_of_the_app_is_asked_for_until_it_is_right() {
    var alice = withTwoFactor("alice");
    var laptop = Machine.at(platform);

    try (var terminal = laptop.login(alice, alice.password())) {
      terminal
          .expect("Two-factor code: ")
          .enter(alice.authenticator().wrongCode())
          .expect("Two-factor code: ")
          .enter("")
          .expect("Two-factor code: ")
          .enter(alice.authenticator().freshCode())
          .exits(0);
    }

    laptop.hasShown("login-with-the-app");
    assertThat(account(laptop.token())).hasStatus(200);
  }

  @Test
  void a_known_machine_is_no_new_device_although_it_was_signed_out() {
    var alice = withTwoFactor("alice");
    var laptop = Machine.at(platform).signInWithCode(alice);
    alice.mailbox().mailAbout(NEW_DEVICE);
    laptop.runs("logout");

    laptop.signInWithCode(alice);

    Quiet.await(platform);
    assertThat(alice.mailbox().mailsAbout(NEW_DEVICE)).hasSize(1);
  }

  @Test
  void a_recovery_code_is_taken_too_and_how_to_go_on_is_said() {
    var dave = platform.people().signedUp("dave");
    var here = dave.signIn("browser");
    dave.enrol(here);
    var codes = dave.recoveryCodes(here);
    codes.subList(1, 8).forEach(dave::signInWithCode);
    var laptop = Machine.at(platform);

    try (var terminal = laptop.login(dave, dave.password())) {
      terminal.expect("Two-factor code: ").enter(codes.getFirst()).exits(0);
    }

    laptop.hasShown("login-with-a-recovery-code");
  }

  @Test
  @Order(Integer.MAX_VALUE)
  void a_text_message_is_sent_when_asked_for_and_how_it_fares_is_told() {
    var laptop = Machine.at(platform);
    var person = carol.person();
    carol.awaitNextText();

    try (var terminal = laptop.login(person, person.password())) {
      terminal.expect("Two-factor code: ").enter("sms").expect("is on its way");
      var code = carol.phone().code(2);
      terminal.expect("Two-factor code: ").enter("");
      terminal.expect("Two-factor code: ").enter("sms");
      terminal.expect("Two-factor code: ").enter(code).exits(0);
    }

    laptop.hasShown("login-with-a-text-message");
  }

  @Test
  void an_ended_sign_in_says_so() {
    var laptop = Machine.at(platform).signIn(bob);
    assertThat(api.delete("/oauth/sessions/~").bearer(laptop.token()).send()).hasStatus(200);
    laptop.forgetScreen();

    laptop.ends(3, "whoami");
    laptop.where(Map.of("LATCHKEY_TOKEN", laptop.token())).ends(3, "whoami");

    laptop.hasShown("sign-in-has-ended");
  }

  private Person withTwoFactor(String name) {
    var person = platform.people().signedUp(name);
    person.enrol(person.signIn("browser"));
    return person;
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
