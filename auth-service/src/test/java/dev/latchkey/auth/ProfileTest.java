package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ProfileTest {

  private static final String NEW = "another set of plain words";

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

  private Response change(String token, String old, String wanted) {
    return gateway
        .call("PATCH", "/account")
        .bearer(token)
        .json("{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(old, wanted))
        .send();
  }
}
