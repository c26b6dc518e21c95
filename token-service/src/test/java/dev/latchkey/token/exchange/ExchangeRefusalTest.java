package dev.latchkey.token.exchange;

import static dev.latchkey.token.Applications.CALLBACK;
import static dev.latchkey.token.Applications.TOKENS;
import static dev.latchkey.token.Applications.VERIFIER;
import static dev.latchkey.token.Applications.aPublicApp;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.ask;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.form;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.pkce;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.oneOf;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.token.Applications.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What does not fit gives nothing, and uses nothing up. */
@QuarkusTest
class ExchangeRefusalTest {

  @Test
  void a_code_is_of_no_use_to_another_client_and_is_not_used_up_by_it() {
    var app = anApp();
    var code = code(anAccount(), app);

    redeem(anApp(), code).statusCode(400).body("error", equalTo("invalid_grant"));

    redeem(app, code).statusCode(200);
  }

  @Test
  void a_refresh_token_is_of_no_use_to_another_client() {
    var app = anApp();
    var tokens = held(anAccount(), app);

    refresh(anApp(), tokens.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));

    refresh(app, tokens.refresh()).statusCode(200);
  }

  @Test
  void a_redirect_address_that_is_named_must_be_the_same() {
    var app = anApp();
    var code = code(anAccount(), app);

    exchange(app, code, Map.of("redirect_uri", "https://evil.example/"))
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
    exchange(app, code, Map.of("redirect_uri", CALLBACK)).statusCode(200);
  }

  @Test
  void a_client_that_leads_elsewhere_has_lost_its_codes() {
    var owner = session(anAccount());
    var app = anApp(owner);
    var code = code(anAccount(), app);

    ask(owner, Verb.PATCH, app.path(), Map.of("redirect_uri", "https://other.example/"));

    redeem(app, code).statusCode(400).body("error", equalTo("invalid_grant"));
  }

  @Test
  void pkce_is_held_to_what_was_begun() {
    var app = anApp();
    var withChallenge = code(anAccount(), app, pkce());
    var without = code(anAccount(), app);

    redeem(app, withChallenge).statusCode(400);
    exchange(app, withChallenge, Map.of("code_verifier", "x".repeat(43))).statusCode(400);
    exchange(app, withChallenge, Map.of("code_verifier", "short")).statusCode(400);
    exchange(app, without, Map.of("code_verifier", VERIFIER)).statusCode(400);

    exchange(app, withChallenge, Map.of("code_verifier", VERIFIER)).statusCode(200);
    redeem(app, without).statusCode(200);
  }

  @Test
  void a_public_client_shows_its_id_and_the_verifier() {
    var app = aPublicApp();
    var request =
        new HashMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code(anAccount(), app, pkce()),
                "client_id",
                app.id(),
                "code_verifier",
                VERIFIER));

    var tokens = held(form(TOKENS, request));

    form(
            TOKENS,
            Map.of(
                "grant_type", "refresh_token",
                "refresh_token", tokens.refresh(),
                "client_id", app.id()))
        .statusCode(200);
  }

  @Test
  void secret_and_none_can_not_be_mixed() {
    var hidden = anApp();
    var open = aPublicApp();
    var code = code(anAccount(), hidden);

    form(TOKENS, Map.of("grant_type", "authorization_code", "code", code, "client_id", hidden.id()))
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
    form(
            TOKENS,
            Map.of(
                "grant_type", "authorization_code",
                "code", code(anAccount(), open, pkce()),
                "code_verifier", VERIFIER,
                "client_id", open.id(),
                "client_secret", hidden.secret()))
        .statusCode(401)
        .body("error", equalTo("invalid_client"));
  }

  @Test
  void scope_does_not_grow_by_refreshing() {
    var app = anApp();
    var tokens = held(redeem(app, code(anAccount(), app, ",\"scope\":[\"read\"]")));
    var request =
        Map.of(
            "grant_type", "refresh_token",
            "refresh_token", tokens.refresh(),
            "client_id", app.id(),
            "client_secret", app.secret());

    for (var more : new String[] {"global", "read write", "read nonsense", " "}) {
      var wanted = new HashMap<>(request);
      wanted.put("scope", more);
      form(TOKENS, wanted).statusCode(400).body("error", equalTo("invalid_scope"));
    }
    var same = new HashMap<>(request);
    same.put("scope", "read");
    form(TOKENS, same).statusCode(200).body("scope", equalTo("read"));
  }

  @Test
  void errors_have_the_words_of_the_house_and_of_the_rfc() {
    form(TOKENS, Map.of("grant_type", "password", "client_id", anApp().id()))
        .statusCode(400)
        .header("Cache-Control", equalTo("no-store"))
        .body("id", equalTo("unsupported_grant_type"))
        .body("$", hasKey("message"))
        .body("$", hasKey("url"))
        .body("error", equalTo("unsupported_grant_type"))
        .body("$", hasKey("error_description"));
  }

  @Test
  void a_parameter_that_is_missing_or_comes_twice_is_refused() {
    var app = anApp();
    form(TOKENS, Map.of("client_id", app.id(), "client_secret", app.secret()))
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
    given()
        .contentType(ContentType.URLENC)
        .body("grant_type=refresh_token&grant_type=refresh_token&client_id=" + app.id())
        .post(TOKENS)
        .then()
        .statusCode(400)
        .body("error", equalTo("invalid_request"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"grant\":{}}",
        "{\"client\":{\"id\":\"x\"},\"grant\":{\"type\":\"authorization_code\",\"code\":\"x\"}}",
        "{\"client\":{\"secret\":\"x\"},\"grant\":{\"type\":\"authorization_code\",\"code\":\"x\"}}",
        "{\"client\":{\"secret\":\"x\"},\"grant\":{\"type\":\"authorization_code\"}}",
        "{\"client\":{\"secret\":\"x\"},\"grant\":{\"type\":\"implicit\"}}",
        "{\"client\":{\"secret\":\"x\"},\"grant\":{\"type\":\"refresh_token\"}}"
      })
  void what_is_not_an_exchange_is_refused_with_words(String body) {
    var status = json(body).extract().statusCode();

    assertThat(status).isIn(400, 401);
    json(body).body("$", hasKey("error"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "%zz",
        "grant_type=%",
        "grant_type=%f0%28",
        "grant_type=%00",
        "=",
        "&&&",
        "grant_type",
        "{\"grant_type\":1}",
        "client_id=%00&client_secret=%00&grant_type=authorization_code&code=%00"
      })
  void a_form_that_is_none_is_refused_with_words(String body) {
    given()
        .contentType("application/x-www-form-urlencoded")
        .body(body)
        .post(TOKENS)
        .then()
        .statusCode(oneOf(400, 401))
        .body("$", hasKey("id"))
        .body("$", hasKey("message"));
  }

  @Test
  void a_client_is_not_refused_for_what_strangers_get_wrong() {
    var app = anApp();
    var wrong =
        Map.of(
            "grant_type", "authorization_code",
            "code", "x",
            "client_id", app.id(),
            "client_secret", "wrong");
    for (int i = 0; i < 50; i++) {
      form(TOKENS, wrong).statusCode(401);
    }

    form(TOKENS, wrong)
        .statusCode(429)
        .header("Retry-After", startsWith(""))
        .body("id", equalTo("rate_limit"));
    redeem(app, code(anAccount(), app)).statusCode(200);
  }

  private static ValidatableResponse exchange(App app, String code, Map<String, String> more) {
    var request =
        new HashMap<>(
            Map.of(
                "grant_type",
                "authorization_code",
                "code",
                code,
                "client_id",
                app.id(),
                "client_secret",
                app.secret()));
    request.putAll(more);
    return form(TOKENS, request);
  }

  private static ValidatableResponse json(String body) {
    return given().contentType(ContentType.JSON).body(body).post(TOKENS).then();
  }
}
