package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;

import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import org.junit.jupiter.api.Test;

/** {@code latch logout} of a session; of a browser's sign-in and a token: beside their login. */
@OnThePlatform
class LatchSignOutIT {

  private final Platform platform;
  private final Api api;

  LatchSignOutIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  void it_ends_the_session_and_a_second_time_there_is_none() {
    var laptop = Machine.at(platform).signIn(platform.people().signedUp("bob"));
    var token = laptop.token();
    laptop.forgetScreen();

    laptop.runs("logout");
    laptop.ends(3, "logout");

    laptop.hasShown("logout");
    assertThat(api.get("/account").bearer(token).send()).isRefused(401, "unauthorized");
  }

  @Test
  void a_session_that_has_ended_already_is_forgotten() {
    var laptop = Machine.at(platform).signIn(platform.people().signedUp("bob"));
    assertThat(api.delete("/oauth/sessions/~").bearer(laptop.token()).send()).hasStatus(200);

    laptop.runs("logout");

    laptop.ends(3, "logout");
  }
}
