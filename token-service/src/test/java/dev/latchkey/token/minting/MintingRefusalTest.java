package dev.latchkey.token.minting;

import static dev.latchkey.token.Tokens.PATH;
import static dev.latchkey.token.Tokens.aClosedAccount;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.anAccountOutOfReach;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.ask;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
class MintingRefusalTest {

  @Test
  void a_narrow_token_makes_nothing() {
    var alice = anAccount();
    var parent = mint(session(alice), "{\"scope\":[\"read\"]}");

    ask(bearer(alice, parent).scopes(Scope.READ), "{\"scope\":[\"global\"]}")
        .statusCode(403)
        .body("id", equalTo("forbidden"));

    assertThat(Rows.authorizations(alice)).isEqualTo(1);
  }

  /** More than the receipt of a cascade lists; a sign-in ends by itself and is always possible. */
  @Test
  void an_account_has_a_thousand_standing_ones_and_no_more() {
    var alice = anAccount();
    mint(session(alice));
    Rows.copies(alice, 999);

    ask(session(alice), "{}").statusCode(403).body("id", equalTo("forbidden"));
    mint(password(alice));

    assertThat(Rows.authorizations(alice)).isEqualTo(1001);
  }

  @Test
  void a_parent_that_ended_makes_nothing() {
    var alice = anAccount();
    var parent = mint(session(alice));
    as(session(alice)).delete(PATH + "/" + parent.id()).then().statusCode(200);

    ask(bearer(alice, parent), "{}").statusCode(401);

    var nobodys =
        TestIdentity.of(alice).credential(CredentialKind.AUTHORIZATION, UUID.randomUUID());
    ask(nobodys, "{}").statusCode(401);
  }

  @Test
  void an_identity_that_outlived_its_account_makes_nothing() {
    var closed = aClosedAccount();

    ask(session(closed), "{}").statusCode(401).body("id", equalTo("unauthorized"));

    assertThat(Rows.authorizations(closed)).isZero();
  }

  @Test
  void a_caller_of_an_old_epoch_makes_nothing() {
    var alice = anAccount();
    var _ =
        OtherServiceSays.that(
            new SessionsRevoked(
                alice,
                Instant.now(),
                Change.TWO_FACTOR_ENABLED,
                null,
                null,
                null,
                List.of(),
                5,
                "sealed"));
    Awaitility.await().until(() -> Rows.epoch(alice) == 5);

    ask(session(alice).epoch(4), "{}").statusCode(409).body("id", equalTo("security_changed"));
    ask(password(alice).epoch(4), "{}").statusCode(401);

    assertThat(Rows.authorizations(alice)).isZero();
    assertThat(mint(session(alice).epoch(5)).id()).isNotNull();
  }

  @Test
  void an_unknown_account_counts_as_any_epoch_and_is_remembered_from_then_on() {
    var alice = anAccount();

    ask(session(alice).epoch(7), "{}").statusCode(201);

    ask(session(alice).epoch(6), "{}").statusCode(409);
    ask(session(alice).epoch(8), "{}").statusCode(201);
    ask(session(alice).epoch(7), "{}").statusCode(409);
    assertThat(Rows.epoch(alice)).isEqualTo(8);
  }

  @Test
  void with_two_factor_on_a_fresh_second_factor_is_needed() {
    var alice = anAccount();
    var now = Instant.now();

    ask(session(alice).twoFactor(true), "{}")
        .statusCode(403)
        .body("id", equalTo("two_factor"))
        .header("Heroku-Two-Factor-Required", equalTo("true"));
    ask(session(alice).twoFactor(true).factorAt(now.minusSeconds(601)), "{}").statusCode(403);

    assertThat(Rows.authorizations(alice)).isZero();
  }

  @Test
  void nothing_is_made_while_the_address_is_not_known() {
    var alice = anAccountOutOfReach();

    ask(session(alice), "{}")
        .statusCode(503)
        .header("Retry-After", equalTo("5"))
        .body("id", equalTo("unavailable"));

    assertThat(Rows.authorizations(alice)).isZero();
  }

  @Test
  void bad_input_is_named_and_makes_nothing() {
    var alice = anAccount();

    refused(alice, "{\"expires_in\":\"soon\"}", 422, "expires_in: ");
    refused(alice, "{\"expires_in\":0}", 422, "expires_in: ");
    refused(alice, "{\"expires_in\":1e400}", 422, "expires_in: ");
    refused(alice, "{\"scope\":[]}", 422, "scope: ");
    refused(alice, "{\"scope\":[\"root\"]}", 422, "scope: ");
    refused(alice, "{\"scope\":\"read\"}", 422, "scope: ");
    refused(alice, "{\"scope\":[1]}", 422, "scope");
    refused(alice, "{\"description\":7}", 422, "description: ");
    refused(alice, "{\"description\":{}}", 422, "description: ");
    refused(alice, "{\"description\":\"a\\u0000b\"}", 422, "description: ");
    refused(alice, "{\"description\":\"" + "x".repeat(300) + "\"}", 422, "description: ");
    refused(alice, "[]", 422, "");
    refused(alice, "\"text\"", 422, "");
    refused(alice, "{", 400, "");
    refused(alice, "null", 400, "");
    refused(alice, "{\"description\":\"" + "x".repeat(70_000) + "\"}", 413, "");

    assertThat(Rows.authorizations(alice)).isZero();
  }

  @Test
  void without_an_identity_nothing_is_made() {
    given()
        .contentType("application/json")
        .body("{}")
        .post(PATH)
        .then()
        .statusCode(401)
        .body("id", equalTo("unauthorized"));
  }

  private static void refused(AccountId account, String body, int status, String message) {
    ask(session(account), body)
        .statusCode(status)
        .body("id", notNullValue())
        .body("message", startsWith(message));
  }
}
