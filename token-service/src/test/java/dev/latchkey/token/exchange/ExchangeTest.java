package dev.latchkey.token.exchange;

import static dev.latchkey.token.Applications.TOKENS;
import static dev.latchkey.token.Applications.active;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.held;
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

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

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

  private static ValidatableResponse json(String body) {
    return given().contentType(ContentType.JSON).body(body).post(TOKENS).then();
  }
}
