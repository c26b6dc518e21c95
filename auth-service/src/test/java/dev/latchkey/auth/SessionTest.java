package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.kit.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SessionTest {

  private static final Duration IDLE = Duration.ofDays(14);

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject RedisAPI redis;
  @Inject MovableClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void sessions_are_listed_and_this_one_is_marked() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.session();

    var list = gateway.call("GET", "/oauth/sessions").bearer(here).send();

    list.then().statusCode(200).body("", hasSize(2));
    assertThat(list.<List<Boolean>>path("current")).containsExactlyInAnyOrder(true, false);
    assertThat(list.asString()).doesNotContain(here);
  }

  @Test
  void an_ended_session_is_dead_at_once_and_the_others_live() {
    var alice = people.signedUp();
    var here = alice.session();
    var there = gateway.call("POST", "/sessions").basic(alice.email(), People.PASSWORD).send();

    gateway
        .call("DELETE", "/oauth/sessions/" + there.path("id"))
        .bearer(here)
        .send()
        .then()
        .statusCode(200)
        .body("id", equalTo(there.path("id")));

    assertThat(alice.account(there.path("token")).statusCode()).isEqualTo(401);
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("attack-55")
  void signing_out_ends_this_session() {
    var alice = people.signedUp();
    var here = alice.session();

    gateway.call("DELETE", "/oauth/sessions/~").bearer(here).send().then().statusCode(200);

    assertThat(alice.account(here).statusCode()).isEqualTo(401);
  }

  @Test
  void other_peoples_sessions_are_unknown() {
    var alice = people.signedUp();
    var bob = people.signedUp();
    var bobs = gateway.call("POST", "/sessions").basic(bob.email(), People.PASSWORD).send();

    var answer =
        gateway.call("DELETE", "/oauth/sessions/" + bobs.path("id")).bearer(alice.session()).send();

    answer.then().statusCode(404).body("resource", equalTo("session"));
    assertThat(bob.account(bobs.path("token")).statusCode()).isEqualTo(200);
  }

  @Test
  void ending_all_others_leaves_this_one() {
    var alice = people.signedUp();
    var here = alice.session();
    var there = List.of(alice.session(), alice.session(), alice.session());

    var ended = gateway.call("DELETE", "/oauth/sessions").bearer(here).send();

    ended.then().statusCode(200).body("", hasSize(3));
    assertThat(there).allMatch(token -> alice.account(token).statusCode() == 401);
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("attack-50")
  void a_renewed_session_answers_to_its_new_token_alone() {
    var alice = people.signedUp();
    var old = alice.session();

    var renewed =
        gateway.call("POST", "/sessions/~/actions/renew").bearer(old).send().<String>path("token");

    assertThat(alice.account(old).statusCode()).isEqualTo(401);
    assertThat(alice.account(renewed).statusCode()).isEqualTo(200);
  }

  /** Two forms with a code, sent at once, renew twice: the later token lives. */
  @Test
  void of_renewals_at_once_none_fails_and_one_token_is_left() {
    var alice = people.signedUp();
    var old = alice.session();

    var answers =
        Stream.generate(() -> gateway.call("POST", "/sessions/~/actions/renew").bearer(old))
            .limit(8)
            .map(SessionTest::atOnce)
            .toList()
            .stream()
            .map(CompletableFuture::join)
            .toList();

    assertThat(answers).allMatch(answer -> answer.statusCode() < 500);
    var living =
        answers.stream()
            .filter(answer -> answer.statusCode() == 201)
            .map(answer -> answer.<String>path("token"))
            .filter(token -> alice.account(token).statusCode() == 200);
    assertThat(living).hasSize(1);
    assertThat(alice.account(old).statusCode()).isEqualTo(401);
  }

  private static CompletableFuture<Response> atOnce(TestGateway.Call call) {
    return CompletableFuture.supplyAsync(call::send, task -> Thread.ofVirtual().start(task));
  }

  /** A replica that took over has not heard of the renewal; the token may be a thief's by now. */
  @Test
  void a_token_that_was_renewed_away_is_not_brought_back_by_another_redis() {
    var alice = people.signedUp();
    var renewed = alice.signIn();
    var untouched = alice.signIn();
    var records =
        Stream.of(renewed, untouched)
            .map(session -> key(alice, session.path("id")))
            .collect(Collectors.toMap(key -> key, this::recordOfAnotherServer));
    var renewal = gateway.call("POST", "/sessions/~/actions/renew");
    renewal.bearer(renewed.path("token")).send().then().statusCode(201);

    records.forEach((key, record) -> {
      var unused = redis.set(List.of(key, record)).await().indefinitely();
    });

    assertThat(alice.account(renewed.path("token")).statusCode()).isEqualTo(401);
    assertThat(alice.account(untouched.path("token")).statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_is_over_after_thirty_days_whatever_its_use() {
    var alice = people.signedUp();
    var here = alice.session();

    clock.advance(Duration.ofDays(30).minusMinutes(1));
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(2));

    assertThat(alice.account(here).statusCode()).isEqualTo(401);
  }

  /** Redis ends it: its clock can't be moved, so the test makes the rest of the time short. */
  @Test
  void a_session_that_nobody_uses_for_fourteen_days_is_over() {
    var alice = people.signedUp();
    var here = alice.signIn();
    var key = key(alice, here.path("id"));
    assertThat(left(key)).isBetween(IDLE.minusMinutes(1), IDLE);

    leave(key, Duration.ofHours(1));
    clock.advance(Duration.ofDays(13).plusHours(23));
    assertThat(alice.account(here.path("token")).statusCode()).isEqualTo(200);
    assertThat(left(key)).isBetween(IDLE.minusMinutes(1), IDLE);

    leave(key, Duration.ofMillis(1));
    await().until(() -> !exists(key));
    assertThat(alice.account(here.path("token")).statusCode()).isEqualTo(401);
  }

  @Test
  void use_does_not_carry_a_session_past_its_thirty_days() {
    var alice = people.signedUp();
    var here = alice.signIn();

    clock.advance(Duration.ofDays(20));

    assertThat(alice.account(here.path("token")).statusCode()).isEqualTo(200);
    assertThat(left(key(alice, here.path("id"))))
        .isBetween(Duration.ofDays(10).minusMinutes(1), Duration.ofDays(10));
  }

  /** As a replica has it: under the replication id of the server that it copied. */
  private String recordOfAnotherServer(String key) {
    var record = redis.get(key).await().indefinitely().toString();
    return "0".repeat(40) + record.substring(40);
  }

  private String key(TestPerson person, String session) {
    return redis.hget("lk:sessions:" + person.id(), session).await().indefinitely().toString();
  }

  private Duration left(String key) {
    return Duration.ofMillis(redis.pttl(key).await().indefinitely().toLong());
  }

  private void leave(String key, Duration rest) {
    var text = Long.toString(rest.toMillis());
    assertThat(redis.pexpire(List.of(key, text)).await().indefinitely().toInteger()).isEqualTo(1);
  }

  private boolean exists(String key) {
    return redis.exists(List.of(key)).await().indefinitely().toInteger() == 1;
  }
}
