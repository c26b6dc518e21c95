package dev.latchkey.auth.passwordchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.identity.Headers;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The current password where the edge checks it; that in the body is for ProfileTest. */
@QuarkusTest
class PasswordInHeaderTest {

  private static final String NEW = "another set of plain words";

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void the_current_password_may_be_in_the_header() {
    var alice = people.signedUp();
    var here = alice.session();
    var there = alice.session();

    changeTo(NEW).bearer(here).password(People.PASSWORD).send().then().statusCode(200);

    assertThat(alice.account(here).statusCode()).isEqualTo(200);
    assertThat(alice.account(there).statusCode()).isEqualTo(401);
    assertThat(gateway.call("POST", "/sessions").basic(alice.email(), NEW).send().statusCode())
        .isEqualTo(201);
  }

  @Test
  void without_it_and_with_a_wrong_one_nothing_changes() {
    var alice = people.signedUp();
    var call = changeTo(NEW).bearer(alice.session());

    call.send().then().statusCode(403).body("id", equalTo("password_required"));
    call.password("not my password at all")
        .send()
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_password"));

    assertThat(alice.signIn().statusCode()).isEqualTo(201);
  }

  /** What the edge has checked is good for the one request that it was shown in. */
  @Test
  @Tag("attack-54")
  void it_is_good_for_one_change_at_one_address() {
    var alice = people.signedUp();
    var call = changeTo(NEW).bearer(alice.session()).password(People.PASSWORD);
    var identity = call.atEdge().header(Headers.IDENTITY);

    var elsewhere = changing("/users/~", "some third set of words").forward(identity);
    var first = call.forward(identity);
    var second = changeTo("some third set of words").forward(identity);

    assertThat(elsewhere.statusCode()).isEqualTo(401);
    assertThat(first.statusCode()).isEqualTo(200);
    assertThat(second.statusCode()).isEqualTo(401);
  }

  /** A credential that has shown the password a moment ago has not shown it for this. */
  @Test
  void one_that_another_request_has_shown_does_not_count() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.apiKey(here);

    changeTo(NEW).bearer(here).send().then().statusCode(403);
  }

  private TestGateway.Call changeTo(String wanted) {
    return changing("/account", wanted);
  }

  private TestGateway.Call changing(String path, String wanted) {
    return gateway.call("PATCH", path).json("{\"new_password\":\"%s\"}".formatted(wanted));
  }
}
