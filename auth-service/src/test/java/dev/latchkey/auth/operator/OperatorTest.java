package dev.latchkey.auth.operator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.SaidEvent;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperatorTest {

  private static final String DOORS = "/internal/operator/accounts/";
  private static final int BUDGET = 10;
  private static final int UNLOCKS = 5;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject InternalPort internal;

  @Test
  void an_account_is_found_by_its_address_with_its_sessions_and_no_secret() {
    var alice = people.signedUp();
    var token = alice.session();

    var file = operator().body(Map.of("email", alice.email())).post(DOORS + "actions/find");

    file.then()
        .statusCode(200)
        .body("id", equalTo(alice.id().toString()))
        .body("two_factor_since", equalTo(null))
        .body("sessions", hasSize(1));
    assertThat(file.asString()).doesNotContain(token, "argon2", "password");
    assertThat(deed(alice, Deed.LOOKED_UP).operator()).isEqualTo(ServiceCalls.SECOND_OPERATOR);
  }

  @Test
  void an_account_is_found_by_its_id_and_in_any_spelling_of_the_address() {
    var alice = people.signedUp();

    operator()
        .body(Map.of("id", alice.id().toString()))
        .post(DOORS + "actions/find")
        .then()
        .body("email", equalTo(alice.email()));
    operator()
        .body(Map.of("email", alice.email().toUpperCase(Locale.ROOT)))
        .post(DOORS + "actions/find")
        .then()
        .body("id", equalTo(alice.id().toString()));
  }

  @Test
  void nobody_is_found_where_there_is_nobody() {
    for (var wanted :
        List.of(Map.of("email", People.address()), Map.of("email", "no address at all"))) {
      operator()
          .body(wanted)
          .post(DOORS + "actions/find")
          .then()
          .statusCode(404)
          .body("resource", equalTo("account"));
    }
    for (var deed : List.of("sign-out", "unlock")) {
      operator()
          .post(DOORS + UUID.randomUUID() + "/actions/" + deed)
          .then()
          .statusCode(404)
          .body("resource", equalTo("account"));
    }
    operator().body(Map.of()).post(DOORS + "actions/find").then().statusCode(422);
  }

  @Test
  void signing_out_ends_every_session_and_says_who_did_it() {
    var alice = people.signedUp();
    var tokens = List.of(alice.session(), alice.session());
    var bob = people.signedUp();
    var bobs = bob.session();

    operator()
        .post(DOORS + alice.id() + "/actions/sign-out")
        .then()
        .statusCode(200)
        .body("sessions_ended.client", containsInAnyOrder("a test", "a test"));

    assertThat(tokens).allMatch(token -> alice.account(token).statusCode() == 401);
    assertThat(bob.account(bobs).statusCode()).isEqualTo(200);
    assertThat(alice.account(alice.session()).statusCode()).isEqualTo(200);
    assertThat(deed(alice, Deed.SESSIONS_ENDED).operator()).isEqualTo(ServiceCalls.SECOND_OPERATOR);
    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.await(SessionsRevoked.class, alice.id()).cause())
          .isEqualTo(Change.SESSIONS_ENDED);
    }
  }

  @Test
  void who_used_up_the_budget_need_not_wait_once_unlocked() {
    var alice = people.signedUp();
    for (int i = 0; i < BUDGET; i++) {
      gateway.call("POST", "/sessions").basic(alice.email(), "not this " + i).send();
    }
    assertThat(alice.signIn().statusCode()).isEqualTo(429);

    operator().post(DOORS + alice.id() + "/actions/unlock").then().statusCode(204);

    assertThat(alice.signIn().statusCode()).isEqualTo(201);
    assertThat(deed(alice, Deed.PASSWORD_ATTEMPTS_FORGIVEN).account()).isEqualTo(alice.id());
  }

  /** Or a stolen key of an operator's would be endless guesses at everybody's password. */
  @Test
  void unlocking_again_and_again_ends() {
    var alice = people.signedUp();
    for (int i = 0; i < UNLOCKS; i++) {
      operator().post(DOORS + alice.id() + "/actions/unlock").then().statusCode(204);
    }

    operator()
        .post(DOORS + alice.id() + "/actions/unlock")
        .then()
        .statusCode(429)
        .body("id", equalTo("rate_limit"));
  }

  private RequestSpecification operator() {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header("Authorization", ServiceCalls.operator(ServiceCalls.SECOND_OPERATOR, Owner.AUTH))
        .contentType(ContentType.JSON);
  }

  private static Optional<OperatorActed> acted(SaidEvent said, TestPerson person, Deed deed) {
    return said.fact(OperatorActed.class)
        .filter(fact -> fact.account().equals(person.id()) && fact.deed() == deed);
  }

  private static OperatorActed deed(TestPerson person, Deed deed) {
    try (var log = EventLog.of(Topic.ACCOUNT)) {
      var said = log.await(event -> acted(event, person, deed).isPresent());
      return acted(said, person, deed).orElseThrow();
    }
  }
}
