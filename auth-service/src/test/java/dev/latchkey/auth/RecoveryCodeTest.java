package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signing in with a recovery code: mfa-service has checked it, here it counts for a sign-in. */
@QuarkusTest
class RecoveryCodeTest {

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void the_prompt_names_recovery_codes() {
    var dave = people.signedUp();
    dave.hasRecoveryCodes(10);

    dave.signIn()
        .then()
        .statusCode(403)
        .body("challenge.methods", contains("totp", "recovery_code"));
  }

  @Test
  @Tag("attack-31")
  void the_answer_tells_how_many_are_left_and_to_set_two_factor_up_anew() {
    var dave = people.signedUp();
    dave.hasRecoveryCodes(4);

    signIn(dave)
        .then()
        .statusCode(201)
        .body("recovery_codes_left", equalTo(4))
        .body("next", contains("set_up_two_factor_anew"));
  }

  @Test
  @Tag("attack-31")
  void three_or_fewer_are_warned_of() {
    var dave = people.signedUp();
    dave.hasRecoveryCodes(3);

    signIn(dave)
        .then()
        .statusCode(201)
        .body("recovery_codes_left", equalTo(3))
        .body("next", contains("set_up_two_factor_anew", "renew_recovery_codes"));
  }

  @Test
  void who_signs_in_with_the_app_is_told_nothing_of_it() {
    var alice = people.signedUp();
    alice.hasSecondFactor();

    signIn(alice)
        .then()
        .statusCode(201)
        .body("recovery_codes_left", nullValue())
        .body("next", nullValue());
  }

  @Test
  void it_counts_as_a_second_factor_for_what_follows_and_is_said_in_the_event() {
    var dave = people.signedUp();
    dave.hasRecoveryCodes(9);
    var session = signIn(dave).<String>path("token");

    var answer =
        gateway
            .call("DELETE", "/account/keys/00000000-0000-4000-8000-000000000000")
            .bearer(session)
            .send();

    // The step-up is passed; it is the key that is not there.
    answer.then().statusCode(404);
    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.await(SignedIn.class, dave.id()).proofs()).contains(Proof.RECOVERY_CODE);
    }
  }

  private Response signIn(TestPerson person) {
    return gateway
        .call("POST", "/sessions")
        .basic(person.email(), People.PASSWORD)
        .with(Headers.TWO_FACTOR_CODE, TestPerson.RIGHT_CODE)
        .send();
  }
}
