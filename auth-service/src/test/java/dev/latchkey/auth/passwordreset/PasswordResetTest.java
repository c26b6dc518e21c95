package dev.latchkey.auth.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class PasswordResetTest {

  private static final String NEW = "another set of plain words";

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject OriginSeal origins;

  @Test
  @Tag("attack-34")
  void a_new_password_ends_all_that_had_access_and_signs_nobody_in() {
    var alice = people.signedUp();
    var session = alice.session();
    var key = alice.apiKey(session);

    var answer = complete(link(alice), NEW);

    answer.then().statusCode(200).body("user.email", equalTo(alice.email()));
    assertThat(answer.asString()).doesNotContain("lkse_", "lkak_", "token");
    assertThat(answer.header("Set-Cookie")).isNull();
    assertThat(alice.account(session).statusCode()).isEqualTo(401);
    assertThat(alice.account(key).statusCode()).isEqualTo(401);
    assertThat(alice.signIn().statusCode()).isEqualTo(401);
    assertThat(signIn(alice, NEW).statusCode()).isEqualTo(201);
  }

  @Test
  void it_is_told_once_with_its_cause_and_its_origin() {
    var alice = people.signedUp();

    complete(link(alice), NEW).then().statusCode(200);

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      var changed = log.await(PasswordChanged.class, alice.id());
      assertThat(changed.reset()).isTrue();
      assertThat(origins.open(alice.id(), changed.origin()).ip()).isEqualTo("198.51.100.7");
      assertThat(log.await(SessionsRevoked.class, alice.id()).cause())
          .isEqualTo(Change.PASSWORD_RESET);
      assertThat(log.await(ApiKeyRotated.class, alice.id()).cause())
          .isEqualTo(Change.PASSWORD_RESET);
      assertThat(log.all(PasswordChanged.class, alice.id(), Duration.ofSeconds(1))).hasSize(1);
    }
  }

  @Test
  @Tag("attack-70")
  void an_authorization_from_before_is_refused_although_token_service_has_not_heard_of_it() {
    var alice = people.signedUp();
    var tokens = OtherServiceStandIn.of(Owner.TOKEN);
    tokens.answer("POST /internal/introspect", 200, authorization(alice, 1));
    var token = OpaqueToken.mint(TokenKind.AUTHORIZATION, new Random()).text();
    alice.account(token).then().statusCode(200);

    complete(link(alice), NEW).then().statusCode(200);

    alice.account(token).then().statusCode(401);
    tokens.answer("POST /internal/introspect", 200, authorization(alice, 2));
    alice.account(token).then().statusCode(200);
    tokens.answer("POST /internal/introspect", 200, "{\"active\":false}");
  }

  // Attack 34.
  @Test
  @Tag("attack-34")
  void the_second_factor_is_asked_as_ever_and_half_a_sign_in_is_over() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    var half = alice.signIn().<String>path("challenge.id");

    complete(link(alice), NEW).then().statusCode(200);

    signIn(alice, NEW).then().statusCode(403).body("id", equalTo("two_factor"));
    gateway
        .call("POST", "/sessions")
        .with(Headers.CHALLENGE, half)
        .code(TestPerson.RIGHT_CODE)
        .send()
        .then()
        .statusCode(401)
        .body("id", equalTo("challenge_over"));
    var withCode =
        gateway
            .call("POST", "/sessions")
            .basic(alice.email(), NEW)
            .code(TestPerson.RIGHT_CODE)
            .send();
    assertThat(withCode.statusCode()).isEqualTo(201);
  }

  @Test
  void of_several_parallel_uses_of_a_link_exactly_one_counts() throws Exception {
    var alice = people.signedUp();
    var link = link(alice);

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var uses =
          IntStream.range(0, 4)
              .mapToObj(i -> threads.submit(() -> patiently(link, NEW + " " + i)))
              .toList();
      for (var use : uses) {
        statuses.add(use.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.all(PasswordChanged.class, alice.id(), Duration.ofSeconds(2))).hasSize(1);
    }
  }

  @Test
  void a_new_link_makes_the_older_one_worthless() {
    var alice = people.signedUp();
    var older = link(alice);
    ask(alice.email());
    var newer = token(people.message(alice.id(), Message.ResetPassword.class, 1));

    complete(older, NEW).then().statusCode(422).body("id", equalTo("invalid_token"));
    complete(newer, NEW).then().statusCode(200);
    complete(newer, NEW).then().statusCode(422);
  }

  @Test
  void a_link_is_worthless_after_an_hour_or_another_security_change() throws SQLException {
    var alice = people.signedUp();
    var bob = people.signedUp();
    var old = link(alice);
    var overtaken = link(bob);
    gateway.call("DELETE", "/oauth/sessions").bearer(bob.session()).send().then().statusCode(200);
    complete(overtaken, NEW).then().statusCode(422);

    age(alice, Duration.ofMinutes(61));

    complete(old, NEW).then().statusCode(422).body("id", equalTo("invalid_token"));
  }

  @Test
  void a_refused_password_leaves_the_link_as_it_is() {
    var alice = people.signedUp();
    var link = link(alice);

    complete(link, "short").then().statusCode(422).body("id", equalTo("password_refused"));
    gateway
        .call("POST", "/password-resets/" + link + "/actions/finalize")
        .json(
            "{\"password\":\"%s\",\"password_confirmation\":\"%s\"}"
                .formatted(NEW, People.PASSWORD))
        .send()
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_params"));

    complete(link, NEW).then().statusCode(200);
  }

  @Test
  void a_text_that_is_no_link_of_ours_is_refused() {
    complete("nonsense", NEW).then().statusCode(422).body("id", equalTo("invalid_token"));
    complete("lkot_" + "0".repeat(33), NEW).then().statusCode(422);
  }

  /** As if the link had been sent so much earlier. */
  private static void age(TestPerson person, Duration by) throws SQLException {
    try (var connection = RealStores.database("auth");
        var statement =
            connection.prepareStatement(
                "update password_reset set expires_at = expires_at - make_interval(secs => ?)"
                    + " where account_id = ?")) {
      statement.setDouble(1, by.toSeconds());
      statement.setObject(2, person.id().value());
      assertThat(statement.executeUpdate()).isEqualTo(1);
    }
  }

  private String link(TestPerson person) {
    ask(person.email()).then().statusCode(201);
    return token(people.message(person.id(), Message.ResetPassword.class, 0));
  }

  private static String token(Message.ResetPassword mail) {
    return mail.link().substring(mail.link().indexOf("token=") + "token=".length());
  }

  private static String authorization(TestPerson owner, int epoch) {
    return """
    {"active":true,"authorization":"00000000-0000-4000-8000-000000000001","account":"%s",
     "kind":"authorization","epoch":%d,"scope":"global"}
    """
        .formatted(owner.id(), epoch);
  }

  private Response ask(String email) {
    return gateway
        .call("POST", "/password-resets")
        .json("{\"email\":\"%s\"}".formatted(email))
        .send();
  }

  private Response complete(String link, String password) {
    return gateway
        .call("POST", "/password-resets/" + link + "/actions/finalize")
        .json("{\"password\":\"%s\"}".formatted(password))
        .send();
  }

  /** Asks again while the hashing is busy with the others. */
  private int patiently(String link, String password) {
    int status = 503;
    for (int attempt = 0; attempt < 50 && status == 503; attempt++) {
      status = complete(link, password).statusCode();
    }
    return status;
  }

  private Response signIn(TestPerson person, String password) {
    return gateway.call("POST", "/sessions").basic(person.email(), password).send();
  }
}
