package dev.latchkey.token.oauth;

import static dev.latchkey.token.Applications.VERIFIER;
import static dev.latchkey.token.Applications.aPublicApp;
import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.form;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.pkce;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;

import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.token.Applications;
import dev.latchkey.token.Applications.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class StandardsTest {

  private static final String INTROSPECT = "/oauth/introspect";
  private static final String REVOKE = "/oauth/revoke";

  @Inject MovableClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void a_client_hears_what_its_own_tokens_are_worth() {
    var alice = anAccount();
    var app = anApp();
    var tokens = held(redeem(app, code(alice, app, ",\"scope\":[\"read\",\"write\"]")));

    about(app, INTROSPECT, tokens.access())
        .statusCode(200)
        .header("Cache-Control", equalTo("no-store"))
        .body("active", equalTo(true))
        .body("scope", equalTo("read write"))
        .body("client_id", equalTo(app.id()))
        .body("token_type", equalTo("Bearer"))
        .body("sub", equalTo(alice.toString()))
        .body("$", hasKey("exp"))
        .body("$", not(hasKey("username")));
    about(app, INTROSPECT, tokens.refresh())
        .statusCode(200)
        .body("active", equalTo(true))
        .body("$", not(hasKey("token_type")));
  }

  @Test
  void tokens_of_others_and_dead_ones_are_worth_nothing_and_nothing_is_said_of_them() {
    var alice = anAccount();
    var app = anApp();
    var tokens = held(alice, app);
    var hers = mint(session(alice)).text();

    for (var token : new String[] {hers, held(alice, anApp()).access(), "x", app.secret()}) {
      assertThat(about(app, INTROSPECT, token).statusCode(200).extract().asString())
          .isEqualTo("{\"active\":false}");
    }
    var next = held(refresh(app, tokens.refresh()));
    about(app, INTROSPECT, tokens.refresh()).body("active", equalTo(false));
    clock.advance(Duration.ofHours(2).plusSeconds(1));
    about(app, INTROSPECT, next.access()).body("active", equalTo(false));
    about(app, INTROSPECT, next.refresh()).body("active", equalTo(true));
  }

  @Test
  void who_has_no_secret_or_a_wrong_one_introspects_nothing() {
    var open = aPublicApp();
    var app = anApp();
    var token = held(anAccount(), app).access();

    form(INTROSPECT, Map.of("client_id", open.id(), "token", token))
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
    form(INTROSPECT, Map.of("client_id", app.id(), "token", token)).statusCode(401);
    form(
            INTROSPECT,
            Map.of("client_id", app.id(), "client_secret", anApp().secret(), "token", token))
        .statusCode(401);
    form(INTROSPECT, Map.of("client_id", app.id(), "client_secret", app.secret()))
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  @Test
  void json_does_as_well_as_a_form() {
    var app = anApp();
    var token = held(anAccount(), app).access();

    given()
        .contentType(ContentType.JSON)
        .body(Map.of("client_id", app.id(), "client_secret", app.secret(), "token", token))
        .post(INTROSPECT)
        .then()
        .statusCode(200)
        .body("active", equalTo(true));
  }

  @Test
  void an_access_token_is_given_back_alone() {
    var app = anApp();
    var tokens = held(anAccount(), app);

    about(app, REVOKE, tokens.access()).statusCode(200);

    assertThat(active(tokens.access())).isFalse();
    refresh(app, tokens.refresh()).statusCode(200);
  }

  @Test
  void a_refresh_token_is_given_back_with_all_that_came_of_it() {
    var app = anApp();
    var tokens = held(anAccount(), app);

    about(app, REVOKE, tokens.refresh()).statusCode(200);

    assertThat(active(tokens.access())).isFalse();
    refresh(app, tokens.refresh()).statusCode(400);
  }

  @Test
  void a_public_client_gives_back_its_own() {
    var app = aPublicApp();
    var tokens =
        held(
            form(
                Applications.TOKENS,
                Map.of(
                    "grant_type",
                    "authorization_code",
                    "code",
                    code(anAccount(), app, pkce()),
                    "client_id",
                    app.id(),
                    "code_verifier",
                    VERIFIER)));

    form(REVOKE, Map.of("client_id", app.id(), "token", tokens.refresh())).statusCode(200);

    assertThat(active(tokens.access())).isFalse();
  }

  @Test
  void nobody_gives_back_what_is_not_theirs_and_all_are_answered_alike() {
    var alice = anAccount();
    var app = anApp();
    var tokens = held(alice, app);
    var hers = mint(session(alice)).text();

    for (var token : new String[] {tokens.access(), tokens.refresh(), hers, "x"}) {
      about(anApp(), REVOKE, token).statusCode(200);
    }
    form(REVOKE, Map.of("client_id", app.id(), "token", tokens.access())).statusCode(401);

    assertThat(active(tokens.access())).isTrue();
    assertThat(active(hers)).isTrue();
    refresh(app, tokens.refresh()).statusCode(200);
  }

  @Test
  void the_metadata_says_where_things_are() {
    given()
        .get("/.well-known/oauth-authorization-server")
        .then()
        .statusCode(200)
        .body("issuer", equalTo("http://127.0.0.1:8080"))
        .body("token_endpoint", equalTo("http://127.0.0.1:8080/oauth/tokens"))
        .body("introspection_endpoint", equalTo("http://127.0.0.1:8080/oauth/introspect"))
        .body("revocation_endpoint", equalTo("http://127.0.0.1:8080/oauth/revoke"))
        .body("code_challenge_methods_supported", contains("S256"))
        .body("response_types_supported", contains("code"))
        .body("grant_types_supported", contains("authorization_code", "refresh_token"))
        .body("$", not(hasKey("authorization_endpoint")));
  }

  private static ValidatableResponse about(App app, String path, String token) {
    return form(path, Map.of("client_id", app.id(), "client_secret", app.secret(), "token", token));
  }
}
