package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.contracts.event.AccountEvent.AccountRegistered;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SignUpTest {

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void an_account_comes_to_be_when_the_link_is_opened() {
    var id = people.signUp(People.address(), People.PASSWORD);

    people.verify(people.link(id));

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.await(AccountRegistered.class, id).account()).isEqualTo(id);
    }
  }

  @Test
  void before_the_link_is_opened_nobody_signs_in() {
    var email = People.address();
    people.signUp(email, People.PASSWORD);

    var answer = gateway.call("POST", "/sessions").basic(email, People.PASSWORD).send();

    answer.then().statusCode(403).body("id", equalTo("verification_needed"));
  }

  @Test
  void a_taken_address_gets_the_same_answer_and_its_owner_a_mail() {
    var alice = people.signedUp();

    var again = signUpAnswer(alice.email());
    var fresh = signUpAnswer(People.address());

    assertThat(again.keySet()).isEqualTo(fresh.keySet());
    assertThat(people.message(alice.id())).isInstanceOf(Message.class);
    assertThat(alice.signIn().statusCode()).isEqualTo(201);
  }

  @Test
  void who_signed_up_first_with_a_strangers_address_does_not_get_in() {
    var email = People.address();
    people.signUp(email, "the intruder waits inside");
    var owner = people.signUp(email, People.PASSWORD);

    people.verify(people.link(owner));

    var intruder =
        gateway.call("POST", "/sessions").basic(email, "the intruder waits inside").send();
    assertThat(intruder.statusCode()).isEqualTo(401);
  }

  @Test
  void a_link_works_once() {
    var id = people.signUp(People.address(), People.PASSWORD);
    var link = people.link(id);
    people.verify(link);

    var again =
        gateway
            .call("POST", "/users/~/email/actions/verify")
            .json("{\"token\":\"%s\"}".formatted(link))
            .send();

    again.then().statusCode(422).body("id", equalTo("invalid_token"));
  }

  @Test
  void a_weak_password_is_refused_with_the_reason() {
    var answer =
        gateway
            .call("POST", "/users")
            .json("{\"email\":\"%s\",\"password\":\"short\"}".formatted(People.address()))
            .send();

    answer.then().statusCode(422).body("id", equalTo("password_refused"));
    assertThat(answer.<String>path("message")).contains("15");
  }

  /** Each is a mail: whoever has many addresses to come from must not fill somebody's mailbox. */
  @Test
  void the_sixth_sign_up_of_a_mailbox_within_an_hour_waits_whether_it_has_an_account_or_not() {
    var alice = people.signedUp();
    var nobody = People.address();
    for (int i = 0; i < 4; i++) {
      signUpAnswer(alice.email());
      signUpAnswer(nobody);
    }
    signUpAnswer(nobody);

    for (var email : List.of(alice.email(), nobody.toUpperCase(Locale.ROOT))) {
      signUp(email)
          .then()
          .statusCode(429)
          .header("Retry-After", notNullValue())
          .body("id", equalTo("rate_limit"));
    }
  }

  private Map<String, Object> signUpAnswer(String email) {
    var answer = signUp(email);
    answer.then().statusCode(201);
    return new TreeMap<>(answer.<Map<String, Object>>path(""));
  }

  private Response signUp(String email) {
    return gateway
        .call("POST", "/users")
        .json("{\"email\":\"%s\",\"password\":\"%s\"}".formatted(email, People.PASSWORD))
        .send();
  }
}
