package dev.latchkey.token.description;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.TestIdentity;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class DescriptionTest {

  @Test
  void it_is_described_in_other_words_and_nothing_else_changes() {
    var alice = anAccount();
    var one = mint(session(alice), "{\"scope\":[\"read\"],\"expires_in\":600}");

    patch(session(alice), one.id(), "{\"description\":\"  Codespaces \",\"expires_in\":null}")
        .statusCode(200)
        .body("description", equalTo("Codespaces"))
        .body("scope[0]", equalTo("read"))
        .body("access_token.token", containsString("**********"));

    as(session(alice)).get(PATH + "/" + one.id()).then().body("description", equalTo("Codespaces"));
    assertThat(active(one)).isTrue();
  }

  @Test
  void what_is_not_known_is_ignored_and_without_a_description_nothing_changes() {
    var alice = anAccount();
    var one = mint(session(alice), "{\"description\":\"Codespaces\"}");

    patch(session(alice), one.id(), "{\"client\":{\"id\":\"x\"},\"color\":1}")
        .statusCode(200)
        .body("description", equalTo("Codespaces"))
        .body("updated_at", equalTo(one.json().getString("updated_at")));
  }

  @Test
  void its_scope_can_not_be_changed_neither_way() {
    var alice = anAccount();
    var narrow = mint(session(alice), "{\"scope\":[\"read\"]}");

    patch(session(alice), narrow.id(), "{\"scope\":[\"global\"]}")
        .statusCode(422)
        .body("message", startsWith("scope: "));
    patch(session(alice), narrow.id(), "{\"description\":\"x\",\"scope\":[]}").statusCode(422);

    as(session(alice)).get(PATH + "/" + narrow.id()).then().body("scope[0]", equalTo("read"));
  }

  @Test
  void bad_words_are_refused_by_name() {
    var alice = anAccount();
    var one = mint(session(alice));

    for (var words : new String[] {"", "   ", "a\\u001bb", "x".repeat(256)}) {
      patch(session(alice), one.id(), "{\"description\":\"" + words + "\"}")
          .statusCode(422)
          .body("message", startsWith("description: "));
    }
    patch(session(alice), one.id(), "null").statusCode(400);
  }

  @Test
  void it_takes_a_global_credential_with_a_fresh_second_factor_and_the_epoch_of_the_moment() {
    var alice = anAccount();
    var one = mint(session(alice).epoch(2));
    var body = "{\"description\":\"mine\"}";

    patch(bearer(alice, one).scopes(Scope.WRITE), one.id(), body).statusCode(403);
    patch(session(alice).twoFactor(true), one.id(), body)
        .statusCode(403)
        .body("id", equalTo("two_factor"));
    patch(session(alice).epoch(1), one.id(), body)
        .statusCode(409)
        .body("id", equalTo("security_changed"));
    patch(session(anAccount()), one.id(), body).statusCode(404);
    patch(session(alice).epoch(2), one.id(), body).statusCode(200);
  }

  @Test
  void of_the_api_key_nothing_is_described() {
    var alice = anAccount();
    var path = PATH + "/~";

    as(session(alice).stepUp(Verb.PATCH, path)).body("{}").patch(path).then().statusCode(404);
    as(session(alice)).delete(path).then().statusCode(404);
  }

  private static ValidatableResponse patch(TestIdentity person, UUID id, String body) {
    var path = PATH + "/" + id;
    return as(person.stepUp(Verb.PATCH, path)).body(body).patch(path).then();
  }
}
