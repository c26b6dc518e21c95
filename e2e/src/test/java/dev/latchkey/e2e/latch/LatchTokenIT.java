package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** A token that was made before stands in for the password: kept, or from the environment. */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LatchTokenIT {

  private final Api api;
  private final Platform platform;
  private final Person bob;
  private final String token;

  LatchTokenIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    bob = platform.people().signedUp("bob");
    token = bob.authorize(bob.signIn("browser"), "global");
  }

  @Test
  void one_on_standard_input_is_kept_and_signing_out_forgets_it_and_no_more() {
    var laptop = Machine.at(platform);
    laptop.write("token", token + "\n");

    laptop.sh("latch login --token-stdin <token").exits(0);
    laptop.runs("whoami");
    assertThat(laptop.token()).isEqualTo(token);
    laptop.runs("logout");
    laptop.ends(3, "whoami");

    laptop.hasShown("login-with-a-token");
    assertThat(account(token)).hasStatus(200);
  }

  @Test
  void at_a_terminal_it_is_asked_for_and_not_shown() {
    var laptop = Machine.at(platform);

    try (var terminal = laptop.latch("login", "--token-stdin")) {
      terminal.expect("Token: ").enter(token).exits(0);
    }

    laptop.hasShown("login-with-a-token-at-a-terminal");
  }

  @Test
  void what_is_no_token_is_refused_here_and_one_that_is_dead_by_the_platform() {
    var laptop = Machine.at(platform);
    var dead = Known.secret("lkat_" + token.substring(5).transform(LatchTokenIT::turned));

    laptop.sh("echo my password | latch login --token-stdin").exits(2);
    laptop.sh("latch login --token-stdin </dev/null").exits(2);
    laptop.write("token", dead);
    laptop.sh("latch login --token-stdin <token").exits(3);

    laptop.hasShown("login-with-no-token");
    assertThat(laptop.credentials()).doesNotExist();
  }

  private static String turned(String text) {
    return new StringBuilder(text).reverse().toString();
  }

  @Test
  void one_in_the_environment_comes_first_and_is_nobodys_to_sign_in_or_out() {
    var somebody = platform.people().signedUp("carol");
    var laptop = Machine.at(platform).signIn(somebody);
    laptop.forgetScreen();
    var withToken = laptop.where(Map.of("LATCHKEY_TOKEN", token));

    assertThat(withToken.runs("whoami")).contains(bob.email());
    withToken.ends(2, "login");
    withToken.ends(2, "logout");
    withToken.ends(1, "2fa:enable");
    assertThat(laptop.runs("whoami")).contains(somebody.email());

    laptop.hasShown("token-in-the-environment");
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }
}
