package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest {

  private static final String NEW = "another set of plain words";
  private static final String EIGHT = "zq7 kelp";

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void a_new_password_ends_everything_but_this_session() {
    var alice = people.signedUp();
    var here = alice.session();
    var there = alice.session();
    var oldKey = alice.apiKey(here);

    change(here, People.PASSWORD, NEW).then().statusCode(200);

    assertThat(alice.account(here).statusCode()).isEqualTo(200);
    assertThat(alice.account(there).statusCode()).isEqualTo(401);
    assertThat(alice.account(oldKey).statusCode()).isEqualTo(401);
    assertThat(alice.signIn().statusCode()).isEqualTo(401);
    assertThat(gateway.call("POST", "/sessions").basic(alice.email(), NEW).send().statusCode())
        .isEqualTo(201);
  }

  @Test
  void a_wrong_current_password_changes_nothing_and_is_not_401() {
    var alice = people.signedUp();
    var here = alice.session();

    change(here, "not my password at all", NEW)
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_password"));

    assertThat(alice.signIn().statusCode()).isEqualTo(201);
  }

  @Test
  void a_name_is_changed_without_a_password() {
    var alice = people.signedUp();

    var answer =
        gateway
            .call("PATCH", "/users/~")
            .bearer(alice.session())
            .json("{\"name\":\"Alice\"}")
            .send();

    answer.then().statusCode(200).body("name", equalTo("Alice"));
  }

  @Test
  @Tag("attack-55")
  void a_closed_account_is_gone_with_all_that_had_access() {
    var alice = people.signedUp();
    var here = alice.session();
    var key = alice.apiKey(here);

    gateway
        .call("DELETE", "/account")
        .bearer(here)
        .password(People.PASSWORD)
        .send()
        .then()
        .statusCode(200);

    assertThat(alice.account(here).statusCode()).isEqualTo(401);
    assertThat(alice.account(key).statusCode()).isEqualTo(401);
    assertThat(alice.signIn().statusCode()).isEqualTo(401);
  }

  @Test
  void an_api_key_is_shown_redacted_without_the_password() {
    var alice = people.signedUp();
    var here = alice.session();
    var full = alice.apiKey(here);

    var shown =
        gateway
            .call("GET", "/oauth/authorizations/~")
            .bearer(here)
            .send()
            .<String>path("access_token.token");

    assertThat(shown).contains("**********").startsWith(full.substring(0, 11));
  }

  @Test
  void a_regenerated_api_key_is_good_and_the_old_one_is_dead() {
    var alice = people.signedUp();
    var here = alice.session();
    var old = alice.apiKey(here);
    assertThat(alice.account(old).statusCode()).isEqualTo(200);

    var answer =
        gateway
            .call("POST", "/oauth/authorizations/~/actions/regenerate-tokens")
            .bearer(here)
            .password(People.PASSWORD)
            .send();

    answer.then().statusCode(200);
    assertThat(alice.account(old).statusCode()).isEqualTo(401);
    assertThat(alice.account(answer.path("access_token.token")).statusCode()).isEqualTo(200);
    assertThat(alice.apiKey(here)).isNotEqualTo(old);
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  @Tag("attack-55")
  void two_factor_is_switched_off_with_the_password_and_that_cuts() {
    var alice = people.signedUp();
    var here = alice.signIn();
    news(alice, "TWO_FACTOR_ENABLED", here.path("id"), 1).then().statusCode(200);
    alice.hasSecondFactor();
    var there = withCode(alice);
    var key = alice.apiKey(there);
    disablesAsMfaServiceDoes(alice, here.path("id"), 2);

    var answer =
        gateway
            .call("PATCH", "/account")
            .bearer(here.path("token"))
            .json(
                "{\"password\":\"%s\",\"two_factor_authentication\":false}"
                    .formatted(People.PASSWORD))
            .send();

    answer.then().statusCode(200).body("two_factor_authentication", equalTo(false));
    assertThat(alice.account(here.path("token")).statusCode()).isEqualTo(200);
    assertThat(alice.account(there).statusCode()).isEqualTo(401);
    assertThat(alice.account(key).statusCode()).isEqualTo(401);
  }

  @Test
  void two_factor_that_is_off_already_is_off() {
    var alice = people.signedUp();
    var here = alice.signIn();
    news(alice, "TWO_FACTOR_ENABLED", here.path("id"), 1).then().statusCode(200);
    People.mfa()
        .answer(
            "DELETE /internal/accounts/" + alice.id() + "/second-factor",
            request -> new OtherServiceStandIn.Answer(404, "{\"id\":\"not_found\"}"));

    gateway
        .call("PATCH", "/account")
        .bearer(here.path("token"))
        .json(
            "{\"password\":\"%s\",\"two_factor_authentication\":false}".formatted(People.PASSWORD))
        .send()
        .then()
        .statusCode(200);
  }

  @Test
  void two_factor_stays_on_when_the_password_is_wrong() {
    var alice = people.signedUp();
    var here = alice.signIn();
    news(alice, "TWO_FACTOR_ENABLED", here.path("id"), 1).then().statusCode(200);
    var asked = new AtomicInteger();
    People.mfa()
        .answer(
            "DELETE /internal/accounts/" + alice.id() + "/second-factor",
            request ->
                new OtherServiceStandIn.Answer(200, "{\"n\":" + asked.incrementAndGet() + "}"));

    var answer =
        gateway
            .call("PATCH", "/account")
            .bearer(here.path("token"))
            .json("{\"password\":\"not my password\",\"two_factor_authentication\":false}")
            .send();

    answer.then().statusCode(422).body("id", equalTo("invalid_password"));
    assertThat(asked).hasValue(0);
  }

  /** NIST SP 800-63B-4, 3.1.1.2: fifteen characters alone, eight beside a second factor. */
  @Test
  void a_password_may_be_shorter_beside_a_second_factor() {
    var alice = people.signedUp();
    var here = alice.signIn();

    var alone = change(here.path("token"), People.PASSWORD, EIGHT);
    news(alice, "TWO_FACTOR_ENABLED", here.path("id"), 1).then().statusCode(200);
    var tooShort = change(here.path("token"), People.PASSWORD, EIGHT.substring(1));
    var beside = change(here.path("token"), People.PASSWORD, EIGHT);

    alone
        .then()
        .statusCode(422)
        .body("id", equalTo("password_refused"))
        .body("message", containsString("at least 15 characters"));
    tooShort.then().statusCode(422).body("message", containsString("at least 8 characters"));
    beside.then().statusCode(200);
  }

  /** mfa-service switches it off and brings the news of that, before it answers. */
  private void disablesAsMfaServiceDoes(TestPerson person, String kept, int epoch) {
    People.mfa()
        .answer(
            "DELETE /internal/accounts/" + person.id() + "/second-factor",
            request -> {
              var receipt = news(person, "TWO_FACTOR_DISABLED", kept, epoch);
              return new OtherServiceStandIn.Answer(receipt.statusCode(), receipt.asString());
            });
  }

  private Response news(TestPerson person, String change, String kept, int epoch) {
    return gateway
        .internal(Owner.MFA)
        .body(
            """
            {"eventId":"%s","change":"%s","account":"%s","keptSession":"%s",
             "epoch":%d,"at":"2026-11-21T10:00:00Z","origin":{"ip":"192.0.2.1","client":"a test"}}
            """
                .formatted(UUID.randomUUID(), change, person.id(), kept, epoch))
        .post("/internal/cascades");
  }

  private String withCode(TestPerson person) {
    var answer =
        gateway
            .call("POST", "/sessions")
            .basic(person.email(), People.PASSWORD)
            .code(TestPerson.RIGHT_CODE)
            .send();
    answer.then().statusCode(201);
    return answer.path("token");
  }

  private Response change(String token, String old, String wanted) {
    return gateway
        .call("PATCH", "/account")
        .bearer(token)
        .json("{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, wanted))
        .send();
  }
}
