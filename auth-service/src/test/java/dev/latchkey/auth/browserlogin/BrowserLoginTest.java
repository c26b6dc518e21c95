package dev.latchkey.auth.browserlogin;

import static dev.latchkey.auth.browserlogin.CommandLine.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.kit.testkit.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class BrowserLoginTest {

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
  void it_is_opened_with_what_herokus_client_reads() {
    var answer = gateway.call("POST", "/auth").json("{\"description\":\"a test\"}").send();

    answer.then().statusCode(201).header("Cache-Control", "no-store");
    var code = answer.<String>path("code");
    assertThat(answer.<String>path("browser_url")).startsWith("/dashboard/cli/").endsWith(code);
    assertThat(answer.<String>path("cli_url")).startsWith("/auth/cli/").endsWith(code);
    assertThat(answer.<String>path("token")).startsWith("lkbl_");
    assertThat(answer.<Integer>path("expires_in")).isEqualTo(600);
  }

  @Test
  void whoever_waits_is_signed_in_as_soon_as_it_is_approved() throws Exception {
    var alice = people.signedUp();
    var here = alice.session();
    var there = CommandLine.open(gateway);

    var polling = there.polling();
    there.approve(here).then().statusCode(200).body("state", equalTo("approved"));

    var answer = polling.get(10, TimeUnit.SECONDS);
    answer.then().statusCode(200).header("Cache-Control", "no-store").body("error", nullValue());
    assertThat(answer.<String>path("access_token")).isEqualTo(SIGNED_IN);
    there.show(here).then().body("state", equalTo("finished"));
  }

  @Test
  void its_person_sees_who_asks_and_the_code_to_compare() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    var shown = there.show(here);

    shown
        .then()
        .statusCode(200)
        .body("description", equalTo("a test"))
        .body("ip", equalTo("198.51.100.7"))
        .body("client", equalTo("a test"))
        .body("state", equalTo("waiting"));
    assertThat(there.id()).endsWith("-" + shown.<String>path("code"));
    assertThat(shown.asString()).doesNotContain(there.token());
  }

  @Test
  void a_description_can_neither_move_the_text_about_it_nor_be_endless() {
    var here = people.signedUp().session();
    var opened =
        gateway
            .call("POST", "/auth")
            .json("{\"description\":\"a\\u202e\\u0007\\nb \\u2066 c\"}")
            .send();
    opened.then().statusCode(201);

    CommandLine.of(gateway, opened).show(here).then().body("description", equalTo("a b c"));
    var tooLong = "{\"description\":\"%s\"}".formatted("x".repeat(256));
    gateway.call("POST", "/auth").json(tooLong).send().then().statusCode(422);
    gateway.call("POST", "/auth").json("{}").send().then().statusCode(201);
    gateway.call("POST", "/auth").send().then().statusCode(201);
  }

  @Test
  void whoever_is_denied_is_told_so() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    there.deny(here).then().statusCode(200).body("state", equalTo("denied"));

    there
        .poll()
        .then()
        .statusCode(200)
        .body("error", containsString("denied"))
        .body("access_token", nullValue());
    there.approve(here).then().statusCode(409).body("id", equalTo("conflict"));
    assertThat(there.wishes()).isEmpty();
  }

  @Test
  void when_nobody_decides_the_command_line_hears_of_it_and_may_ask_again() throws Exception {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    var polling = there.polling();
    CommandLine.awaitWaiting(meters, 1);
    clock.advance(Duration.ofSeconds(55));
    polling.get(10, TimeUnit.SECONDS).then().body("error", containsString("in time"));
    there.approve(here).then().statusCode(200);

    there.poll().then().body("access_token", equalTo(SIGNED_IN));
  }

  @Test
  void a_login_is_over_after_ten_minutes() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    clock.advance(Duration.ofMinutes(10));

    there.show(here).then().statusCode(404).body("resource", equalTo("login"));
    there.approve(here).then().statusCode(404);
    there.poll().then().statusCode(200).body("error", containsString("expired"));
  }

  @Test
  void nobody_else_can_approve_or_deny_what_somebody_has_approved() {
    var alice = people.signedUp();
    var here = alice.session();
    var mallory = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);

    there.approve(mallory).then().statusCode(409);
    there.deny(mallory).then().statusCode(409);
    there.approve(here).then().statusCode(200);

    there.poll().then().body("access_token", equalTo(SIGNED_IN));
    assertThat(new JsonPath(there.wishes().getFirst()).getString("account"))
        .isEqualTo(alice.id().toString());
  }

  @Test
  void an_approval_can_be_taken_back_while_nobody_has_used_it() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);

    there.deny(here).then().statusCode(200);

    there.poll().then().body("error", containsString("denied"));
  }

  @Test
  void approving_asks_for_the_second_factor() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.hasSecondFactor();
    var there = CommandLine.open(gateway);

    there
        .approve(here)
        .then()
        .statusCode(403)
        .header("Heroku-Two-Factor-Required", "true")
        .body("id", equalTo("two_factor"));
    there.show(here).then().body("state", equalTo("waiting"));

    there.approving().bearer(here).code(TestPerson.RIGHT_CODE).send().then().statusCode(200);
  }

  @Test
  void only_a_session_decides() {
    var alice = people.signedUp();
    var key = alice.apiKey(alice.session());
    var there = CommandLine.open(gateway);

    there.show(key).then().statusCode(403);
    there.approve(key).then().statusCode(403);
    there.deny(key).then().statusCode(403);
    there.approve(there.token()).then().statusCode(401);
    there.approving().send().then().statusCode(401);
  }
}
