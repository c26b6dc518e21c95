package dev.latchkey.auth.browserlogin;

import static dev.latchkey.auth.browserlogin.CommandLine.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.kit.testkit.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A command line that goes on asking until its login is decided or over. */
@QuarkusTest
class AskingAgainTest {

  private static final Duration PATIENCE = Duration.ofSeconds(55);

  private static final String PENDING =
      """
      {"error":"Nobody approved the sign-in in time. Run the command again.","pending":true}\
      """;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject MovableClock clock;
  @Inject MeterRegistry meters;

  @BeforeEach
  void tokensAreMade() {
    CommandLine.tokenService().reset();
    CommandLine.tokensAreMade();
  }

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void who_waits_again_is_signed_in_as_soon_as_it_is_approved() throws Exception {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    assertThat(waitsInVain(there).asString()).isEqualTo(PENDING);
    assertThat(waitsInVain(there).asString()).isEqualTo(PENDING);
    var third = there.polling();
    CommandLine.awaitWaiting(meters, 1);
    there.approve(here).then().statusCode(200);

    assertThat(third.get(10, TimeUnit.SECONDS).asString())
        .isEqualTo("{\"access_token\":\"" + SIGNED_IN + "\"}");
    assertThat(there.wishes()).hasSize(1);
    CommandLine.awaitWaiting(meters, 0);
  }

  @Test
  void a_refusal_is_not_pending() throws Exception {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    waitsInVain(there);

    there.deny(here).then().statusCode(200);

    assertOnlyError(there.poll(), "denied");
  }

  @Test
  void a_login_that_is_over_is_not_pending() throws Exception {
    var there = CommandLine.open(gateway);
    waitsInVain(there);

    clock.advance(BrowserLogins.LIFE.minus(PATIENCE));

    assertOnlyError(there.poll(), "expired");
  }

  @Test
  void a_login_that_ends_in_the_middle_of_waiting_is_not_pending() throws Exception {
    var there = CommandLine.open(gateway);
    clock.advance(BrowserLogins.LIFE.minusSeconds(30));
    var waiting = there.polling();
    CommandLine.awaitWaiting(meters, 1);

    clock.advance(Duration.ofSeconds(30));

    assertOnlyError(waiting.get(10, TimeUnit.SECONDS), "expired");
  }

  @Test
  void a_token_that_was_given_is_not_pending() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);
    there.poll().then().statusCode(200);

    assertOnlyError(there.poll(), "could not be completed");
  }

  /** Else two that have the same token would displace each other until the login is over. */
  @Test
  void who_is_displaced_by_a_later_request_is_not_told_to_ask_again() throws Exception {
    var there = CommandLine.open(gateway);
    var first = there.polling();
    CommandLine.awaitWaiting(meters, 1);

    var second = there.polling();

    assertOnlyError(first.get(10, TimeUnit.SECONDS), "in time");
    CommandLine.awaitWaiting(meters, 1);
    clock.advance(PATIENCE);
    assertThat(second.get(10, TimeUnit.SECONDS).asString()).isEqualTo(PENDING);
  }

  private Response waitsInVain(CommandLine there) throws Exception {
    var waiting = there.polling();
    CommandLine.awaitWaiting(meters, 1);
    clock.advance(PATIENCE);
    var answer = waiting.get(10, TimeUnit.SECONDS);
    answer.then().statusCode(200).header("Cache-Control", "no-store");
    return answer;
  }

  private static void assertOnlyError(Response answer, String why) {
    answer.then().statusCode(200);
    assertThat(answer.jsonPath().getMap("")).containsOnlyKeys("error");
    assertThat(answer.<String>path("error")).contains(why);
  }
}
