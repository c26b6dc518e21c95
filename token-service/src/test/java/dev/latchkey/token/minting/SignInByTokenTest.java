package dev.latchkey.token.minting;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static dev.latchkey.token.Tokens.signedIn;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.junit.jupiter.api.Test;

/** {@code heroku login -i} with a token typed in the place of the password. */
@QuarkusTest
class SignInByTokenTest {

  @Test
  void it_makes_a_sign_in_that_names_the_token_as_its_parent() {
    var alice = anAccount();
    var codespaces = mint(session(alice));

    var made = mint(bearer(alice, codespaces).epoch(3).asPassword());

    var known = introspect(made.text());
    assertThat(known.getString("kind")).isEqualTo("login_authorization");
    assertThat(known.getInt("epoch")).isEqualTo(3);
    assertThat(known.getString("parent.id")).isEqualTo(codespaces.id().toString());
    assertThat(made.json().getInt("access_token.expires_in")).isEqualTo(30 * 24 * 3600);
  }

  @Test
  void the_same_token_as_bearer_makes_an_explicit_one() {
    var alice = anAccount();
    var codespaces = mint(session(alice));

    var made = mint(bearer(alice, codespaces));

    assertThat(introspect(made.text()).getString("kind")).isEqualTo("authorization");
    assertThat(made.json().getString("access_token.expires_in")).isNull();
  }

  @Test
  void it_asks_for_no_second_factor_where_bearer_does() {
    var alice = anAccount();
    var codespaces = mint(session(alice));
    var twoFactor = bearer(alice, codespaces).twoFactor(true).qualified(false);

    ask(twoFactor, "{}").statusCode(403).body("id", equalTo("two_factor"));
    ask(twoFactor.asPassword(), "{}").statusCode(201);
  }

  @Test
  void what_the_token_has_not_shown_the_sign_in_has_not_shown_either() {
    var alice = anAccount();
    var old = bearer(alice, mint(session(alice))).twoFactor(true).asPassword();

    var unqualified = introspect(mint(old.qualified(false)).text());
    var qualified = introspect(mint(old.qualified(true)).text());

    assertThat(unqualified.getString("anyFactorAt")).isNull();
    assertThat(unqualified.getString("factorAt")).isNull();
    assertThat(qualified.getString("anyFactorAt")).isNotNull();
    assertThat(qualified.getString("factorAt")).as("no step-up by itself").isNull();
  }

  @Test
  void a_factor_that_the_token_showed_is_not_shown_anew() {
    var alice = anAccount();
    var shown = Instant.now().truncatedTo(ChronoUnit.SECONDS).minusSeconds(300);
    var fresh = bearer(alice, mint(session(alice))).twoFactor(true).factorAt(shown).asPassword();

    assertThat(introspect(mint(fresh).text()).getString("factorAt")).isEqualTo(shown.toString());
  }

  @Test
  void it_never_outlives_the_token() {
    var alice = anAccount();
    var brief = mint(session(alice), "{\"expires_in\":600}");

    var made = mint(bearer(alice, brief).asPassword(), "{\"expires_in\":2592000}");

    assertThat(made.json().getInt("access_token.expires_in")).isBetween(590, 600);
  }

  @Test
  void a_narrow_token_signs_nobody_in() {
    var alice = anAccount();
    var narrow = mint(session(alice), "{\"scope\":[\"read\"]}");
    var person = bearer(alice, narrow).scopes(Scope.READ).asPassword();

    ask(person, "{\"scope\":[\"global\"]}").statusCode(403).body("id", equalTo("forbidden"));
    ask(person, "{\"scope\":[\"read\"]}").statusCode(403);

    assertThat(Rows.authorizations(alice)).isEqualTo(1);
  }

  @Test
  void it_ends_with_the_token_whatever_sort_that_is() {
    var alice = anAccount();
    var standing = mint(session(alice));
    var typed = mint(password(alice));
    var byStanding = mint(bearer(alice, standing).asPassword());
    var byTyped = mint(signedIn(alice, typed).asPassword());
    var explicit = mint(signedIn(alice, typed));
    var byChild = mint(signedIn(alice, byTyped).asPassword());

    as(session(alice)).delete(PATH + "/" + standing.id()).then().statusCode(200);
    as(session(alice)).delete(PATH + "/" + typed.id()).then().statusCode(200);

    assertThat(active(byStanding)).isFalse();
    assertThat(active(byTyped)).isFalse();
    assertThat(active(byChild)).isFalse();
    assertThat(active(explicit)).as("made on the command line").isTrue();
  }

  @Test
  void an_api_key_signs_in_too() {
    var made = mint(apiKey(anAccount()).asPassword());

    var known = introspect(made.text());
    assertThat(known.getString("kind")).isEqualTo("login_authorization");
    assertThat(known.getString("parent.kind")).isEqualTo("api_key");
  }

  @Test
  void a_live_token_never_hears_that_it_is_dead_because_the_epoch_rose() {
    var alice = anAccount();
    var codespaces = mint(session(alice).epoch(5));

    ask(bearer(alice, codespaces).epoch(4).asPassword(), "{}")
        .statusCode(409)
        .body("id", equalTo("security_changed"));
  }
}
