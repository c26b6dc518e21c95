package dev.latchkey.token.authorization;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.contracts.identity.Scope;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The command lines before v11 find what to end at logout by the token in full. */
@QuarkusTest
class PresentedTokenTest {

  @Test
  void the_list_has_the_presented_token_in_full_and_no_other() {
    var alice = anAccount();
    var other = mint(session(alice));
    var own = mint(session(alice));

    var list = as(bearer(alice, own)).header(Headers.PRESENTED_TOKEN, own.text()).get(PATH).then();

    list.statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("[0].id", equalTo(own.id().toString()))
        .body("[0].access_token.token", equalTo(own.text()))
        .body("[1].access_token.token", containsString("**********"));
    assertThat(list.extract().asString()).doesNotContain(other.text());
  }

  @Test
  void one_that_is_shown_has_it_if_it_is_its_own() {
    var alice = anAccount();
    var other = mint(session(alice));
    var own = mint(session(alice), "{\"scope\":[\"read\"]}");

    as(bearer(alice, own).scopes(Scope.READ))
        .header(Headers.PRESENTED_TOKEN, own.text())
        .get(PATH + "/" + own.id())
        .then()
        .header("Cache-Control", equalTo("no-store"))
        .body("access_token.token", equalTo(own.text()));
    as(session(alice))
        .header(Headers.PRESENTED_TOKEN, own.text())
        .get(PATH + "/" + other.id())
        .then()
        .body("access_token.token", containsString("**********"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense", "lkat_", "lkse_00000000000000000000000000000000000"})
  void what_is_no_token_shows_nothing(String presented) {
    var alice = anAccount();
    var own = mint(session(alice));

    as(session(alice))
        .header(Headers.PRESENTED_TOKEN, presented)
        .get(PATH + "/" + own.id())
        .then()
        .statusCode(200)
        .body("access_token.token", containsString("**********"));
  }
}
