package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EdgeTest {

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void a_token_is_taken_as_bearer_and_as_the_password_of_basic() {
    var alice = people.signedUp();
    var token = alice.session();

    assertThat(account().bearer(token).send().statusCode()).isEqualTo(200);
    assertThat(account().basic("", token).send().statusCode()).isEqualTo(200);
    assertThat(account().basic(alice.email(), token).send().statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_beside_somebody_elses_address_is_refused() {
    var alice = people.signedUp();
    var bob = people.signedUp();

    var answer = account().basic(bob.email(), alice.session()).send();

    answer.then().statusCode(401).body("id", equalTo("unauthorized"));
  }

  @Test
  void a_password_is_not_looked_at_where_nobody_signs_in() {
    var alice = people.signedUp();

    var answer = account().basic(alice.email(), People.PASSWORD).send();

    answer.then().statusCode(401);
    assertThat(answer.header("WWW-Authenticate")).isNull();
  }

  @Test
  void two_credentials_are_one_too_many() {
    var alice = people.signedUp();

    var answer =
        gateway
            .call("POST", "/sessions")
            .basic(alice.email(), People.PASSWORD)
            .with(Headers.CHALLENGE, "lkch_whatever")
            .send();

    answer.then().statusCode(400).body("id", equalTo("bad_request"));
  }

  @Test
  void what_the_table_does_not_know_is_unknown() {
    var token = people.signedUp().session();

    assertThat(gateway.call("GET", "/nowhere").bearer(token).atEdge().statusCode()).isEqualTo(404);
    assertThat(gateway.call("PUT", "/account").bearer(token).atEdge().statusCode()).isEqualTo(405);
    assertThat(gateway.call("GET", "/account/").bearer(token).atEdge().statusCode()).isEqualTo(404);
  }

  @Test
  @Tag("attack-54")
  void an_identity_with_step_up_is_good_for_one_request() {
    var alice = people.signedUp();
    var call =
        gateway
            .call("POST", "/oauth/authorizations/~/actions/regenerate-tokens")
            .bearer(alice.session())
            .password(People.PASSWORD);
    var identity = call.atEdge().header(Headers.IDENTITY);

    assertThat(call.forward(identity).statusCode()).isEqualTo(200);
    assertThat(call.forward(identity).statusCode()).isEqualTo(401);
  }

  @Test
  void a_missing_and_a_wrong_password_are_told_apart_and_neither_is_401() {
    var token = people.signedUp().session();
    var call =
        gateway.call("POST", "/oauth/authorizations/~/actions/regenerate-tokens").bearer(token);

    call.send().then().statusCode(403).body("id", equalTo("password_required"));
    call.password("not the password")
        .send()
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_password"));
  }

  @Test
  void without_the_gateways_credential_the_edge_does_not_answer() {
    var answer =
        RestAssured.given()
            .port(Integer.parseInt(System.getProperty("latchkey.internal.actual-port", "1")))
            .get("/internal/edge/account");

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @Test
  void the_keys_of_identities_are_on_the_internal_port_alone() {
    var keys = gateway.internal(Owner.MFA).get("/.well-known/jwks.json");
    var outside = RestAssured.get("/.well-known/jwks.json");

    keys.then().statusCode(200).body("keys[0].kty", equalTo("EC"));
    assertThat(keys.asString()).doesNotContain("\"d\"");
    assertThat(outside.statusCode()).isEqualTo(404);
  }

  @Test
  void the_doors_believe_no_one_without_an_identity() {
    assertThat(account().forward(null).statusCode()).isEqualTo(401);
    assertThat(account().forward("nonsense").statusCode()).isEqualTo(401);
  }

  private TestGateway.Call account() {
    return gateway.call("GET", "/account");
  }
}
