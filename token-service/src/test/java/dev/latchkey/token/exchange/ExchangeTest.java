package dev.latchkey.token.exchange;

import static dev.latchkey.token.Applications.CALLBACK;
import static dev.latchkey.token.Applications.TOKENS;
import static dev.latchkey.token.Applications.VERIFIER;
import static dev.latchkey.token.Applications.aPublicApp;
import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.ask;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.form;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.pkce;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Applications.refresh;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.token.Applications.App;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ExchangeTest {

  private static final int TWO_HOURS = 7200;
  private static final int MONTH = 30 * 24 * 3600;

  @Inject MovableClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void a_form_is_answered_as_rfc_6749_has_it() {
    var alice = anAccount();
    var app = anApp();

    var issued =
        redeem(app, code(alice, app, ",\"scope\":[\"read\"]"))
            .statusCode(200)
            .header("Cache-Control", equalTo("no-store"))
            .body("token_type", equalTo("Bearer"))
            .body("expires_in", equalTo(TWO_HOURS))
            .body("scope", equalTo("read"))
            .body("access_token", startsWith("lkat_"))
            .body("refresh_token", startsWith("lkrt_"))
            .extract()
            .jsonPath();

    var known = introspect(issued.getString("access_token"));
    assertThat(known.getBoolean("active")).isTrue();
    assertThat(known.getString("account")).isEqualTo(alice.toString());
    assertThat(known.getString("kind")).isEqualTo("authorization");
    assertThat(known.getString("scope")).isEqualTo("read");
  }

  @Test
  void json_is_answered_as_heroku_has_it() {
    var alice = anAccount();
    var app = anApp();

    var issued =
        json("""
        {"client":{"secret":"%s"},"grant":{"type":"authorization_code","code":"%s"}}
        """
                .formatted(app.secret(), code(alice, app)))
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .body("access_token.expires_in", equalTo(TWO_HOURS))
            .body("refresh_token.expires_in", greaterThan(MONTH - 5))
            .body("user.id", equalTo(alice.toString()))
            .body("$", hasKey("authorization"))
            .body("client", nullValue())
            .body("grant", nullValue())
            .body("session", nullValue())
            .extract()
            .jsonPath();

    json("""
    {"client":{"secret":"%s"},"grant":{"type":"refresh_token"},"refresh_token":{"token":"%s"}}
    """
            .formatted(app.secret(), issued.getString("refresh_token.token")))
        .statusCode(201)
        .body("authorization.id", equalTo(issued.getString("authorization.id")))
        .body("access_token.id", not(equalTo(issued.getString("access_token.id"))));
  }

  @Test
  void its_owner_sees_whom_it_was_given_to_and_ends_it() {
    var alice = anAccount();
    var app = anApp();
    var tokens = held(alice, app);
    var listed = as(session(alice)).get("/oauth/authorizations").then().statusCode(200);
    listed.body("[0].client.id", equalTo(app.id()));
    var tokenId = listed.extract().jsonPath().getString("[0].access_token.id");

    as(session(anAccount())).delete(TOKENS + "/" + tokenId).then().statusCode(404);
    as(session(alice)).delete(TOKENS + "/" + UUID.randomUUID()).then().statusCode(404);
    as(session(alice)).delete(TOKENS + "/x").then().statusCode(404);
    as(session(alice))
        .delete(TOKENS + "/" + tokenId)
        .then()
        .statusCode(200)
        .body("id", equalTo(tokenId))
        .body("access_token.token", not(equalTo(tokens.access())));

    assertThat(active(tokens.access())).isFalse();
    refresh(app, tokens.refresh()).statusCode(400);
  }

  @Test
  void an_access_token_ends_and_the_refresh_token_goes_on() {
    var alice = anAccount();
    var app = anApp();
    var first = held(alice, app);

    clock.advance(Duration.ofSeconds(TWO_HOURS + 1));

    assertThat(active(first.access())).isFalse();
    var second = held(refresh(app, first.refresh()));
    assertThat(active(second.access())).isTrue();
    assertThat(second.refresh()).isNotEqualTo(first.refresh());
  }

  @Test
  void refreshing_replaces_the_access_token() {
    var app = anApp();
    var first = held(anAccount(), app);

    var second = held(refresh(app, first.refresh()));

    assertThat(active(first.access())).isFalse();
    assertThat(active(second.access())).isTrue();
  }

  @Test
  void refreshing_makes_nothing_longer() {
    var app = anApp();
    var first = held(anAccount(), app);

    clock.advance(Duration.ofDays(30).minusSeconds(60));
    var last = refresh(app, first.refresh());
    last.statusCode(200);
    assertThat(last.extract().jsonPath().getInt("expires_in")).isBetween(1, 60);
    clock.advance(Duration.ofSeconds(61));

    refresh(app, last.extract().jsonPath().getString("refresh_token"))
        .statusCode(400)
        .body("error", equalTo("invalid_grant"));
  }

  @Test
  void a_code_that_comes_again_ends_what_it_gave() {
    var alice = anAccount();
    var app = anApp();
    var code = code(alice, app);
    var first = held(redeem(app, code));
    var later = held(refresh(app, first.refresh()));

    redeem(app, code).statusCode(400).body("error", equalTo("invalid_grant"));

    assertThat(active(later.access())).isFalse();
    refresh(app, later.refresh()).statusCode(400);
    try (var log = EventLog.of(Topic.AUTHORIZATION)) {
      assertThat(log.await(AuthorizationRevoked.class, alice).account()).isEqualTo(alice);
    }
  }

  @Test
  void a_refresh_token_that_comes_again_ends_the_family() {
    var app = anApp();
    var first = held(anAccount(), app);
    var second = held(refresh(app, first.refresh()));

    refresh(app, first.refresh()).statusCode(400).body("error", equalTo("invalid_grant"));

    assertThat(active(second.access())).isFalse();
    refresh(app, second.refresh()).statusCode(400);
  }

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
