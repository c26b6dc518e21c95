package dev.latchkey.auth.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.auth.redis.RecordSeal;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.sealing.LookupHash;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * The ring of the tests has two keys: {@code test-1} hashes, {@code test-0} is only looked under.
 */
@QuarkusTest
class RotatedHashTest {

  /** Where the sealed part of a session's record begins. */
  private static final int SERVER = 41;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject LookupHash lookup;
  @Inject RecordSeal seal;
  @Inject RedisAPI redis;

  @Test
  void a_session_from_before_the_rotation_lives_and_can_be_ended() {
    var alice = people.signedUp();
    var made = alice.signIn();
    var session = made.<String>path("token");
    var hashes = lookup.all("session", session);
    move("lk:session:", hashes);
    var there = "lk:session:" + text(hashes.get(1));
    var record = redis.get(there).await().indefinitely().toString();
    var sealed = resealed("lk:session:", hashes, record.substring(SERVER));
    assertThat(
            redis
                .set(List.of(there, record.substring(0, SERVER) + sealed, "KEEPTTL"))
                .await()
                .indefinitely())
        .isNotNull();
    var unused =
        redis
            .hset(
                List.of(
                    "lk:sessions:" + alice.id(),
                    made.path("id"),
                    "lk:session:" + text(hashes.get(1))))
            .await()
            .indefinitely();

    alice.account(session).then().statusCode(200);
    alice.account(session).then().statusCode(200);
    assertThat(gateway.call("DELETE", "/oauth/sessions/~").bearer(session).send().statusCode())
        .isLessThan(300);
    alice.account(session).then().statusCode(401);
  }

  @Test
  void an_api_key_from_before_the_rotation_opens_the_account() throws SQLException {
    var alice = people.signedUp();
    var key = alice.apiKey(alice.session());
    var hashes = lookup.all("api-key", key);

    assertThat(
            run(
                "update api_key set token_hash = decode('%s', 'hex') where token_hash ="
                    + " decode('%s', 'hex')",
                hex(hashes.get(1)), hex(hashes.getFirst())))
        .isEqualTo(1);

    alice.account(key).then().statusCode(200);
    alice.account(key + "x").then().statusCode(401);
  }

  @Test
  void a_half_sign_in_from_before_the_rotation_is_completed_and_has_five_tries_in_all() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var challenge = challenge(alice);
    moveChallenge(challenge);

    for (int i = 0; i < 4; i++) {
      assertThat(complete(challenge, "000000")).isNotEqualTo(201);
    }
    assertThat(complete(challenge, TestPerson.RIGHT_CODE)).isEqualTo(201);

    var other = challenge(alice);
    moveChallenge(other);
    for (int i = 0; i < 5; i++) {
      assertThat(complete(other, "000000")).isNotEqualTo(201);
    }
    assertThat(complete(other, TestPerson.RIGHT_CODE)).isNotEqualTo(201);
  }

  private void moveChallenge(String challenge) {
    var hashes = lookup.all("challenge", challenge);
    move("lk:challenge:", hashes);
    var there = "lk:challenge:" + text(hashes.get(1));
    var record = redis.hget(there, "subject").await().indefinitely().toString();
    var sealed = resealed("lk:challenge:", hashes, record);
    assertThat(redis.hset(List.of(there, "subject", sealed)).await().indefinitely()).isNotNull();
  }

  /** As it was sealed when the key of then made its address. */
  private String resealed(String prefix, List<byte[]> hashes, String sealed) {
    var plain = seal.open(prefix + text(hashes.getFirst()), sealed, JsonNode.class).orElseThrow();
    return seal.seal(prefix + text(hashes.get(1)), plain);
  }

  private String challenge(TestPerson person) {
    return person.signIn().path("challenge.id");
  }

  private int complete(String challenge, String code) {
    return gateway
        .call("POST", "/sessions")
        .with(Headers.CHALLENGE, challenge)
        .code(code)
        .send()
        .statusCode();
  }

  private void move(String prefix, List<byte[]> hashes) {
    assertThat(hashes).hasSize(2);
    var unused =
        redis
            .rename(prefix + text(hashes.getFirst()), prefix + text(hashes.get(1)))
            .await()
            .indefinitely();
  }

  private static String text(byte[] hash) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
  }

  private static String hex(byte[] hash) {
    return HexFormat.of().formatHex(hash);
  }

  private static int run(String sql, Object... values) throws SQLException {
    try (var database = RealStores.database("auth");
        var statement = database.createStatement()) {
      return statement.executeUpdate(sql.formatted(values));
    }
  }
}
