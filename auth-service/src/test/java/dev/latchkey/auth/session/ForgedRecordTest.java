package dev.latchkey.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.sealing.LookupHash;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Mallory can write to Redis, and has none of the keys. */
@QuarkusTest
class ForgedRecordTest {

  /** Where the sealed part of a session's record begins. */
  private static final int SERVER = 41;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject LookupHash lookup;
  @Inject RedisAPI redis;
  @Inject MeterRegistry meters;

  @Test
  void somebodys_session_under_ones_own_token_opens_nothing() {
    var hers = people.signedUp().session();
    var mallory = people.signedUp();
    var his = mallory.session();
    var before = broken();

    write(session(his), read(session(hers)));

    assertThat(mallory.account(his).statusCode()).isEqualTo(401);
    assertThat(mallory.account(hers).statusCode()).isEqualTo(200);
    assertThat(broken()).isGreaterThan(before);
  }

  @Test
  void nor_does_it_after_ones_own_was_opened_there() {
    var hers = people.signedUp().session();
    var mallory = people.signedUp();
    var his = mallory.session();
    var own = read(session(his));
    assertThat(mallory.account(his).statusCode()).isEqualTo(200);

    write(session(his), read(session(hers)));
    assertThat(mallory.account(his).statusCode()).isEqualTo(401);

    write(session(his), own);
    assertThat(mallory.account(his).statusCode()).isEqualTo(200);
  }

  @Test
  void one_that_was_opened_before_is_over_when_its_record_is_gone() {
    var alice = people.signedUp();
    var here = alice.session();
    assertThat(alice.account(here).statusCode()).isEqualTo(200);

    assertThat(redis.del(List.of(session(here))).await().indefinitely().toInteger()).isEqualTo(1);

    assertThat(alice.account(here).statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "", "test-1", "test-1.", "test-1.AAAA", ".", "unknown.AAAA"})
  void what_was_not_sealed_by_us_is_no_session(String written) {
    var mallory = people.signedUp();
    var his = mallory.session();
    var key = session(his);
    var server = read(key).substring(0, SERVER);

    write(key, server + written);

    assertThat(mallory.account(his).statusCode()).isEqualTo(401);
    assertThat(gateway.call("DELETE", "/oauth/sessions/~").bearer(his).send().statusCode())
        .isEqualTo(401);
  }

  @Test
  void one_that_is_broken_does_not_keep_the_others_from_their_list_and_their_end() {
    var alice = people.signedUp();
    var here = alice.session();
    var broken = alice.session();
    write(session(broken), read(session(broken)) + "A");

    var all = gateway.call("GET", "/oauth/sessions").bearer(here).send();
    assertThat(all.statusCode()).isEqualTo(200);
    assertThat(all.jsonPath().getList("id")).hasSize(1);
    assertThat(gateway.call("DELETE", "/oauth/sessions").bearer(here).send().statusCode())
        .isEqualTo(200);
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  void somebodys_half_sign_in_under_ones_own_challenge_is_none() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var mallory = people.signedUp();
    mallory.hasSecondFactor();
    var hers = challenge(alice);
    var his = challenge(mallory);

    var unused =
        redis
            .hset(
                List.of(
                    half(his),
                    "subject",
                    redis.hget(half(hers), "subject").await().indefinitely().toString()))
            .await()
            .indefinitely();

    assertThat(complete(his)).isEqualTo(401);
    assertThat(complete(hers)).isEqualTo(201);
  }

  private static String challenge(TestPerson person) {
    return person.signIn().path("challenge.id");
  }

  private int complete(String challenge) {
    return gateway
        .call("POST", "/sessions")
        .with(Headers.CHALLENGE, challenge)
        .code(TestPerson.RIGHT_CODE)
        .send()
        .statusCode();
  }

  private double broken() {
    return meters.counter("latchkey.redis.broken.seals").count();
  }

  private String session(String token) {
    return "lk:session:" + hash("session", token);
  }

  private String half(String token) {
    return "lk:challenge:" + hash("challenge", token);
  }

  private String hash(String purpose, String token) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(lookup.of(purpose, token));
  }

  private String read(String key) {
    return redis.get(key).await().indefinitely().toString();
  }

  private void write(String key, String record) {
    assertThat(redis.set(List.of(key, record, "KEEPTTL")).await().indefinitely()).isNotNull();
  }
}
