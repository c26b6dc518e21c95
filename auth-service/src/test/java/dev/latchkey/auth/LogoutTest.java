package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What {@code heroku logout} asks of this service: it takes a 404 only with the right words. */
@QuarkusTest
class LogoutTest {

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject SecureRandom random;

  @ParameterizedTest
  @ValueSource(strings = {"global", "read", "identity"})
  void with_a_token_of_any_scope_there_is_no_session_to_end(String scope) {
    var token = token(people.signedUp(), scope);

    for (var answer : new Response[] {endSession().bearer(token).send(), basic(token)}) {
      answer
          .then()
          .statusCode(404)
          .body("id", equalTo("not_found"))
          .body("message", notNullValue())
          .body("resource", equalTo("session"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"global", "read", "identity"})
  void the_api_key_is_shown_to_a_token_of_any_scope_and_redacted(String scope) {
    var alice = people.signedUp();
    var key = alice.apiKey(alice.session());

    var shown = apiKey().bearer(token(alice, scope)).send();

    shown
        .then()
        .statusCode(200)
        .body("access_token.token", containsString("**********"))
        .body("user.email", equalTo(alice.email()))
        .body("scope", hasItem("global"));
    assertThat(shown.asString()).doesNotContain(key);
  }

  @Test
  void the_api_key_that_is_presented_has_no_session_either_and_lives_on() {
    var alice = people.signedUp();
    var key = alice.apiKey(alice.session());

    endSession().bearer(key).send().then().statusCode(404).body("resource", equalTo("session"));

    apiKey().bearer(key).send().then().statusCode(200);
  }

  /** It fires both at once: whichever comes first, each has an answer that the client knows. */
  @Test
  void ending_the_session_while_another_request_is_on_its_way_is_no_failure() {
    var alice = people.signedUp();
    for (int round = 0; round < 10; round++) {
      var here = alice.session();

      var ending = atOnce(endSession().bearer(here));
      var reading = atOnce(apiKey().bearer(here));

      assertThat(ending.join().statusCode()).isEqualTo(200);
      assertThat(reading.join().statusCode()).isIn(200, 401);
    }
  }

  @Test
  void each_session_has_a_description_and_an_id() {
    var alice = people.signedUp();
    var here = alice.session();

    gateway
        .call("GET", "/oauth/sessions")
        .bearer(here)
        .send()
        .then()
        .statusCode(200)
        .body("[0].description", notNullValue())
        .body("[0].id", notNullValue());
  }

  private static CompletableFuture<Response> atOnce(TestGateway.Call call) {
    return CompletableFuture.supplyAsync(call::send, task -> Thread.ofVirtual().start(task));
  }

  private Response basic(String token) {
    return endSession().basic("", token).send();
  }

  private TestGateway.Call endSession() {
    return gateway.call("DELETE", "/oauth/sessions/~");
  }

  private TestGateway.Call apiKey() {
    return gateway.call("GET", "/oauth/authorizations/~");
  }

  /** A sign-in of the command line, as token-service knows it. */
  private String token(TestPerson person, String scope) {
    OtherServiceStandIn.of(Owner.TOKEN)
        .answer(
            "POST /internal/introspect",
            200,
            """
            {"active":true,"authorization":"%s","account":"%s","kind":"login_authorization",
             "epoch":1,"scope":"%s"}
            """
                .formatted(UUID.randomUUID(), person.id(), scope));
    return OpaqueToken.mint(TokenKind.AUTHORIZATION, random).text();
  }
}
