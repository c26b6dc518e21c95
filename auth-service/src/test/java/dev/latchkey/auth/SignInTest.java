package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.auth.password.YesterdaysHash;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
class SignInTest {

  private static final String TODAY = "$argon2id$v=19$m=19456,t=2,p=1,keyid=test-1$";

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void a_right_password_opens_a_session() {
    var alice = people.signedUp();

    var token = alice.session();

    alice.account(token).then().statusCode(200).body("email", equalTo(alice.email()));
  }

  @Test
  void a_wrong_password_and_an_unknown_address_get_the_same_answer() {
    var alice = people.signedUp();

    var wrong = withPassword(alice.email(), "some other words entirely");
    var unknown = withPassword(People.address(), "some other words entirely");

    assertThat(wrong.statusCode()).isEqualTo(401).isEqualTo(unknown.statusCode());
    assertThat(wrong.asString()).isEqualTo(unknown.asString());
  }

  @Test
  void the_eleventh_attempt_is_not_looked_at() {
    var alice = people.signedUp();
    IntStream.range(0, 10).forEach(i -> withPassword(alice.email(), "wrong words number " + i));

    var right = alice.signIn();
    var wrong = withPassword(alice.email(), "wrong words once more");

    right.then().statusCode(429).header("Retry-After", notNullValue());
    assertThat(right.asString()).isEqualTo(wrong.asString());
  }

  @Test
  void an_unknown_address_locks_like_a_known_one() {
    var nobody = People.address();
    IntStream.range(0, 10).forEach(i -> withPassword(nobody, "wrong words number " + i));

    assertThat(withPassword(nobody, "wrong words once more").statusCode()).isEqualTo(429);
  }

  @Test
  @Tag("attack-16")
  void a_known_device_gets_in_while_strangers_have_used_up_the_budget() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var device = withCode(alice, TestPerson.RIGHT_CODE).<String>path("device.token");
    IntStream.range(0, 11).forEach(i -> withPassword(alice.email(), "wrong words number " + i));

    var stranger = withCode(alice, TestPerson.RIGHT_CODE);
    var owner =
        gateway
            .call("POST", "/sessions")
            .basic(alice.email(), People.PASSWORD)
            .code(TestPerson.RIGHT_CODE)
            .with(Headers.DEVICE, device)
            .send();

    assertThat(stranger.statusCode()).isEqualTo(429);
    assertThat(owner.statusCode()).isEqualTo(201);
  }

  /** A look-up less would be quicker, and tell that the address has no account. */
  @Test
  @Tag("attack-25")
  void a_device_is_looked_up_for_an_unknown_address_too() throws Exception {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var device = withCode(alice, TestPerson.RIGHT_CODE).<String>path("device.token");
    var nobody = gateway.call("POST", "/sessions").basic(People.address(), People.PASSWORD);

    try (var table = UncommittedStatement.of("lock table device in access exclusive mode");
        var thread = Executors.newVirtualThreadPerTaskExecutor()) {
      var answer = thread.submit(nobody.with(Headers.DEVICE, device)::send);
      table.isWaitedFor();
      table.rollBack();

      assertThat(answer.get().statusCode()).isEqualTo(401);
    }
  }

  @Test
  void a_second_factor_is_asked_after_the_right_password_only() {
    var alice = people.signedUp();
    alice.hasSecondFactor();

    var right = alice.signIn();
    var wrong = withPassword(alice.email(), "some other words entirely");

    right
        .then()
        .statusCode(403)
        .header(Headers.TWO_FACTOR_REQUIRED, "true")
        .body("id", equalTo("two_factor"))
        .body("challenge.id", notNullValue());
    assertThat(wrong.statusCode()).isEqualTo(401);
  }

  @Test
  void a_challenge_is_answered_with_a_code_once() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var challenge = alice.signIn().<String>path("challenge.id");

    var first = answer(challenge, TestPerson.RIGHT_CODE);
    var second = answer(challenge, TestPerson.RIGHT_CODE);

    assertThat(first.statusCode()).isEqualTo(201);
    second.then().statusCode(401).body("id", equalTo("challenge_over"));
  }

  @Test
  @Tag("attack-9")
  void five_wrong_codes_end_a_challenge() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var challenge = alice.signIn().<String>path("challenge.id");
    IntStream.range(0, 5)
        .forEach(i ->
            answer(challenge, "00000" + i)
                .then()
                .statusCode(401)
                .body("id", equalTo("invalid_two_factor_code")));

    var right = answer(challenge, TestPerson.RIGHT_CODE);

    right.then().statusCode(401).body("id", equalTo("challenge_over"));
  }

  @Test
  void a_right_password_with_a_wrong_code_is_told_to_the_owner() {
    var alice = people.signedUp();
    alice.hasSecondFactor();

    withCode(alice, "000000").then().statusCode(401);

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.await(SignInRefused.class, alice.id()).reason())
          .isEqualTo(SignInRefused.Reason.WRONG_SECOND_FACTOR);
    }
  }

  @Test
  void however_often_a_locked_door_is_tried_the_owner_is_told_once() {
    var alice = people.signedUp();
    alice.isLockedOut();

    for (int i = 0; i < 3; i++) {
      withCode(alice, TestPerson.RIGHT_CODE).then().statusCode(429);
    }

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.await(SignInRefused.class, alice.id()).reason())
          .isEqualTo(SignInRefused.Reason.SECOND_FACTOR_LOCKED);
      assertThat(log.all(SignInRefused.class, alice.id(), Duration.ofSeconds(1))).hasSize(1);
    }
  }

  @Test
  @Tag("attack-19")
  void with_mfa_service_away_nobody_gets_in_by_password() {
    var alice = people.signedUp();
    People.mfa()
        .answer(
            "GET /internal/accounts/" + alice.id() + "/second-factor",
            500,
            "{\"id\":\"internal_error\",\"message\":\"\"}");

    alice.signIn().then().statusCode(503).header("Retry-After", notNullValue());
  }

  @Test
  @Tag("attack-18")
  void with_redis_away_nobody_gets_in_and_it_is_said_quickly() {
    var alice = people.signedUp();
    var session = alice.session();
    var apiKey = alice.apiKey(session);

    try (var outage = RealStores.redis().paused()) {
      var begun = System.nanoTime();
      alice.signIn().then().statusCode(503);
      alice.account(session).then().statusCode(503);

      assertThat(System.nanoTime() - begun).isLessThan(6_000_000_000L);
      alice.account(apiKey).then().statusCode(200);
    }
    alice.account(session).then().statusCode(200);
  }

  static List<YesterdaysHash> outdated() {
    var today = YesterdaysHash.likeToday();
    return List.of(today.weaker(), today.underTheOldPepper(), today.weaker().underTheOldPepper());
  }

  @ParameterizedTest
  @MethodSource("outdated")
  void a_hash_of_yesterday_is_made_anew_at_the_next_sign_in(YesterdaysHash yesterday)
      throws SQLException {
    var alice = people.signedUp();
    var old = yesterday.of(People.PASSWORD);
    write(alice, old);
    assertThat(withPassword(alice.email(), "some other words entirely").statusCode())
        .isEqualTo(401);
    assertThat(hash(alice)).isEqualTo(old);

    var session = alice.session();

    var fresh = hash(alice);
    assertThat(old).doesNotStartWith(TODAY);
    assertThat(fresh).startsWith(TODAY);
    assertThat(alice.signIn().statusCode()).isEqualTo(201);
    assertThat(hash(alice)).isEqualTo(fresh);
    // It is the same password: nothing was cut.
    assertThat(alice.account(session).statusCode()).isEqualTo(200);
  }

  @Test
  void a_hash_that_nobody_can_read_costs_its_owner_no_attempt() throws SQLException {
    var alice = people.signedUp();
    var hash = hash(alice);
    write(alice, hash.replace("m=19456", "m=9999999"));
    IntStream.range(0, 11).forEach(i -> alice.signIn().then().statusCode(500));

    write(alice, hash);

    alice.signIn().then().statusCode(201);
  }

  private static void write(TestPerson person, String hash) throws SQLException {
    try (var connection = RealStores.database("auth");
        var update =
            connection.prepareStatement("update account set password_hash = ? where id = ?")) {
      update.setString(1, hash);
      update.setObject(2, person.id().value());
      assertThat(update.executeUpdate()).isEqualTo(1);
    }
  }

  private static String hash(TestPerson person) throws SQLException {
    try (var connection = RealStores.database("auth");
        var query = connection.prepareStatement("select password_hash from account where id = ?")) {
      query.setObject(1, person.id().value());
      var row = query.executeQuery();
      row.next();
      return row.getString(1);
    }
  }

  private Response withPassword(String email, String password) {
    return gateway.call("POST", "/sessions").basic(email, password).send();
  }

  private Response withCode(TestPerson person, String code) {
    return gateway
        .call("POST", "/sessions")
        .basic(person.email(), People.PASSWORD)
        .code(code)
        .send();
  }

  private Response answer(String challenge, String code) {
    return gateway.call("POST", "/sessions").with(Headers.CHALLENGE, challenge).code(code).send();
  }
}
