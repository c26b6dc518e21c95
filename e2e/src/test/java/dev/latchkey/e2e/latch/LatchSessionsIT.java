package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** {@code latch sessions}, {@code sessions:end} and {@code api-key}. */
@OnThePlatform
class LatchSessionsIT {

  private final Platform platform;
  private final Api api;

  LatchSessionsIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void other_places_are_listed_and_signed_out() {
    var bob = platform.people().signedUp("bob");
    var phone = bob.signIn("phone");
    var tablet = bob.signIn("tablet");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();

    laptop.runs("sessions");
    laptop.runs("sessions:end", phone.id().substring(0, 8));
    assertThat(account(phone.token())).isRefused(401, "unauthorized");
    assertThat(account(tablet.token())).hasStatus(200);
    laptop.runs("sessions", "end", "--others");
    laptop.runs("sessions:end", "--others");
    laptop.ends(7, "sessions:end", phone.id());
    laptop.ends(2, "sessions:end");

    laptop.hasShown("sessions");
    assertThat(account(tablet.token())).isRefused(401, "unauthorized");
    assertThat(account(laptop.token())).hasStatus(200);
  }

  /** Attackers choose their session's name and their client's. */
  @Test
  void names_that_steer_a_terminal_steer_nothing() {
    var bob = platform.people().signedUp("bob");
    assertThat(
            bob.signingIn()
                .json(Map.of("description", "\u001b[2J\u001b[1;1Hnobody else \u202Eereh\u009b31m"))
                .send()
                .status())
        .isIn(201, 422);
    assertThat(bob.signingIn().header("User-Agent", "x \u009b2J y").send().status()).isIn(201, 400);
    var laptop = Machine.at(platform).where(Map.of("NO_COLOR", "1")).signIn(bob);

    try (var terminal = laptop.latch("sessions")) {
      terminal.exits(0);
      assertThat(terminal.raw()).doesNotContain("\u001b", "\u009b", "\u202e");
    }
  }

  @Test
  void the_api_key_is_shown_for_the_password_and_replaced() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob).forgetScreen();

    var first = apiKey(laptop, bob.password(), "api-key");
    assertThat(account(first)).hasStatus(200);
    var second = apiKey(laptop, bob.password(), "api-key", "--regenerate");

    assertThat(account(first)).isRefused(401, "unauthorized");
    assertThat(account(second)).hasStatus(200);
    laptop.hasShown("api-key");
  }

  private static String apiKey(Machine laptop, String password, String... words) {
    try (var terminal = laptop.latch(words)) {
      var shown = terminal.expect("Password: ").enter(password).exits(0);
      return Known.secret(Masks.tokens(shown).getFirst());
    }
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
