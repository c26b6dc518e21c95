package dev.latchkey.auth.browserlogin;

import static dev.latchkey.auth.browserlogin.CommandLine.SIGNED_IN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasEntry;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.kit.testkit.MovableClock;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who gets the token of a login that was approved, and how often. */
@QuarkusTest
class LoginTokenTest {

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject MovableClock clock;
  @Inject RedisAPI redis;
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
  void what_is_made_is_the_approvers_and_says_where_the_command_line_is() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var here =
        gateway
            .call("POST", "/sessions")
            .basic(alice.email(), People.PASSWORD)
            .code(TestPerson.RIGHT_CODE)
            .send()
            .<String>path("token");
    var there = CommandLine.open(gateway);

    there.approve(here).then().statusCode(200);
    there.poll().then().statusCode(200);

    var wish = new JsonPath(there.wishes().getFirst());
    assertThat(wish.getString("account")).isEqualTo(alice.id().toString());
    assertThat(wish.getInt("epoch")).isEqualTo(1);
    assertThat(wish.getString("factorAt")).isNotNull();
    assertThat(wish.getString("description")).isEqualTo("a test");
    assertThat(wish.getMap("origin")).containsEntry("ip", "198.51.100.7");
  }

  @Test
  void an_approval_is_over_after_ten_minutes_too() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);

    clock.advance(Duration.ofMinutes(10));

    there.poll().then().body("error", containsString("expired"));
    assertThat(there.wishes()).isEmpty();
  }

  @Test
  void a_token_is_given_once() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);
    there.poll().then().body("access_token", equalTo(SIGNED_IN));

    there.poll().then().statusCode(200).body("access_token", nullValue());
    there.approve(here).then().statusCode(409);
    assertThat(there.wishes()).hasSize(1);
  }

  /** Two processes, or a Redis that forgot: both name the one id that token-service takes once. */
  @Test
  void two_who_ask_at_once_ask_for_the_same() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);
    there.poll().then().body("access_token", equalTo(SIGNED_IN));

    forgetThatItIsFinished(there);
    CommandLine.tokenServiceAnswers(409);
    there.poll().then().statusCode(200).body("error", containsString("again"));

    assertThat(there.wishes()).hasSize(2);
    assertThat(new JsonPath(there.wishes().get(0)).getString("id"))
        .isEqualTo(new JsonPath(there.wishes().get(1)).getString("id"));
  }

  @Test
  void token_service_being_away_is_a_503_and_loses_nothing() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);

    CommandLine.tokenServiceAnswers(503);
    there.poll().then().statusCode(503);
    CommandLine.tokensAreMade();

    there.poll().then().body("access_token", equalTo(SIGNED_IN));
  }

  @Test
  void a_cut_between_approval_and_poll_leaves_nothing_to_get() {
    var alice = people.signedUp();
    var here = alice.session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);

    gateway.call("DELETE", "/oauth/sessions").bearer(here).send().then().statusCode(200);

    there.poll().then().statusCode(200).body("error", containsString("again"));
    assertThat(there.wishes()).isEmpty();
  }

  @Test
  void wrong_token_wrong_id_and_no_token_are_one_answer() {
    var one = CommandLine.open(gateway);
    var other = CommandLine.open(gateway);
    var session = people.signedUp().session();

    var wrongToken = one.poll(other.token());
    var wrongId = new CommandLine(gateway, "0".repeat(20) + "-000000", one.token()).poll();
    var noId = new CommandLine(gateway, "nothing", one.token()).poll();
    var anotherKind = one.poll(session);

    wrongToken.then().statusCode(404).body("", hasEntry("resource", "login"));
    for (var answer : List.of(wrongId, noId, anotherKind)) {
      assertThat(answer.statusCode()).isEqualTo(404);
      assertThat(answer.asString()).isEqualTo(wrongToken.asString());
    }
  }

  @Test
  void the_edge_hands_on_the_token_of_a_login_and_no_other() {
    var there = CommandLine.open(gateway);
    var session = people.signedUp().session();
    var path = "/auth/cli/" + there.id();

    var own = gateway.call("GET", path).bearer(there.token()).atEdge();
    var others = gateway.call("GET", path).bearer(session).atEdge();
    var elsewhere = gateway.call("POST", "/auth").bearer(there.token()).atEdge();

    assertThat(own.header("Latchkey-Presented-Token")).isEqualTo(there.token());
    assertThat(own.header("Latchkey-Identity")).isNull();
    assertThat(others.header("Latchkey-Presented-Token")).isNull();
    assertThat(elsewhere.header("Latchkey-Presented-Token")).isNull();
  }

  @Test
  void the_latest_request_waits_and_the_ones_before_it_end() throws Exception {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);

    var first = there.polling();
    CommandLine.awaitWaiting(meters, 1);
    var second = there.polling();

    first.get(10, TimeUnit.SECONDS).then().body("error", not(nullValue()));
    CommandLine.awaitWaiting(meters, 1);
    there.approve(here).then().statusCode(200);
    second.get(10, TimeUnit.SECONDS).then().body("access_token", equalTo(SIGNED_IN));
  }

  /** The address is on screens; who knows no more does not end the wait of who opened it. */
  @Test
  void a_wrong_token_takes_nobodys_place() throws Exception {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    var stranger = CommandLine.open(gateway);
    var waiting = there.polling();
    CommandLine.awaitWaiting(meters, 1);

    there.poll(stranger.token()).then().statusCode(404);
    there.approve(here).then().statusCode(200);

    waiting.get(10, TimeUnit.SECONDS).then().body("access_token", equalTo(SIGNED_IN));
  }

  @Test
  void who_refuses_when_the_token_is_being_made_is_told_that_it_is_too_late() {
    var here = people.signedUp().session();
    var there = CommandLine.open(gateway);
    there.approve(here).then().statusCode(200);
    CommandLine.tokenServiceAnswers(503);
    there.poll().then().statusCode(503);

    there.deny(here).then().statusCode(409);
    CommandLine.tokensAreMade();

    there.poll().then().body("access_token", equalTo(SIGNED_IN));
    there.deny(here).then().statusCode(409);
  }

  @Test
  void neither_the_token_nor_who_asks_is_readable_in_redis() {
    var there = CommandLine.open(gateway);

    var kept = redis.hgetall("lk:browser-login:" + there.id()).await().indefinitely().toString();

    assertThat(kept).contains("waiting").doesNotContain(there.token()).doesNotContain("a test");
  }

  @Test
  void an_approval_that_was_written_into_redis_makes_no_token() {
    var alice = people.signedUp();
    var hers = CommandLine.open(gateway);
    hers.approve(alice.session()).then().statusCode(200);
    var approval = redis.hget("lk:browser-login:" + hers.id(), "approval").await().indefinitely();
    var copied = CommandLine.open(gateway);
    var invented = CommandLine.open(gateway);

    write(
        copied,
        "state",
        "approved",
        "account",
        alice.id().toString(),
        "approval",
        approval.toString());
    write(invented, "state", "approved", "account", alice.id().toString());

    copied.poll().then().body("access_token", nullValue());
    invented.poll().then().body("access_token", nullValue());
    hers.poll().then().body("access_token", equalTo(SIGNED_IN));
  }

  @Test
  void ones_own_token_in_somebody_elses_login_gets_nothing() {
    var alice = people.signedUp();
    var hers = CommandLine.open(gateway);
    hers.approve(alice.session()).then().statusCode(200);
    var his = CommandLine.open(gateway);
    var opening = redis.hget("lk:browser-login:" + his.id(), "opening").await().indefinitely();

    write(hers, "opening", opening.toString());

    hers.poll(his.token()).then().body("access_token", nullValue());
  }

  private void write(CommandLine there, String... fields) {
    var arguments = Stream.concat(Stream.of("lk:browser-login:" + there.id()), Stream.of(fields));
    var unused = redis.hset(arguments.toList()).await().indefinitely();
  }

  private void forgetThatItIsFinished(CommandLine there) {
    write(there, "state", "approved");
  }
}
