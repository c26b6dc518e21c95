package dev.latchkey.e2e.latch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Json;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** {@code latch log}. */
@OnThePlatform
class LatchLogIT {

  private final Platform platform;

  LatchLogIT(Platform platform) {
    this.platform = platform;
  }

  @Test
  void what_happened_is_told_the_oldest_first() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob);
    laptop.runs("authorizations:create", "-d", "CI");
    await()
        .atMost(Slack.of(Duration.ofSeconds(20)))
        .untilAsserted(() -> assertThat(laptop.json("log")).hasSize(4));
    laptop.forgetScreen();

    laptop.runs("log");
    laptop.runs("log", "-n", "1");
    laptop.ends(2, "log", "-n", "0");

    laptop.hasShown("log");
  }

  @Test
  void followed_it_goes_on_until_somebody_stops_it() {
    var bob = platform.people().signedUp("bob");
    var laptop = Machine.at(platform).signIn(bob);

    try (var terminal = laptop.latch("log", "--follow", "--json")) {
      terminal.expect("signed_in");
      bob.authorize(bob.signIn("browser"), "read");
      terminal.expect("authorization_created").press("\u0003");
      assertThat(terminal.ends()).isEqualTo(130);
      assertThat(terminal.screen().replace("^C", "").strip().lines())
          .allSatisfy(line -> assertThat(Json.read(line).hasNonNull("type")).isTrue());
    }
  }
}
