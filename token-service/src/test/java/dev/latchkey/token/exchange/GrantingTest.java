package dev.latchkey.token.exchange;

import static dev.latchkey.token.Applications.CALLBACK;
import static dev.latchkey.token.Applications.CHALLENGE;
import static dev.latchkey.token.Applications.aPublicApp;
import static dev.latchkey.token.Applications.anApp;
import static dev.latchkey.token.Applications.ask;
import static dev.latchkey.token.Applications.code;
import static dev.latchkey.token.Applications.held;
import static dev.latchkey.token.Applications.letIn;
import static dev.latchkey.token.Applications.redeem;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.as;
import static dev.latchkey.token.Tokens.bearer;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Applications.App;
import dev.latchkey.token.Rows;
import dev.latchkey.token.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A person lets a client in. */
@QuarkusTest
class GrantingTest {

  @Inject MovableClock clock;

  @AfterEach
  void back_to_now() {
    clock.reset();
  }

  @Test
  void who_lets_a_client_in_gets_a_code_for_it_and_no_token() {
    var alice = anAccount();
    var app = anApp();

    var answer =
        letIn(session(alice), app, ",\"scope\":[\"read\"],\"description\":\"Deploys\"")
            .statusCode(201)
            .header("Cache-Control", equalTo("no-store"))
            .body("access_token", nullValue())
            .body("refresh_token", nullValue())
            .body("grant.code", startsWith("lkgc_"))
            .body("grant.expires_in", equalTo(60))
            .body("client.id", equalTo(app.id()))
            .body("client.name", equalTo("Deploy bot"))
            .body("client.redirect_uri", equalTo(CALLBACK))
            .body("scope", equalTo(java.util.List.of("read")))
            .extract()
            .jsonPath();

    var listed = as(session(alice)).get(Tokens.PATH + "/" + answer.getString("id")).then();
    listed.statusCode(200).body("grant", nullValue()).body("access_token", nullValue());
    listed.body("client.name", equalTo("Deploy bot"));
    assertThat(Rows.of("select encode(code_hash, 'escape') from oauth_grant"))
        .noneMatch(hash -> hash.contains(answer.getString("grant.code")));
  }

  @Test
  void a_code_that_nobody_exchanges_leaves_nothing() {
    var alice = anAccount();
    var app = anApp();
    var code = code(alice, app);

    clock.advance(Duration.ofSeconds(61));

    redeem(app, code).statusCode(400).body("error", equalTo("invalid_grant"));
    as(session(alice)).get(Tokens.PATH).then().statusCode(200).body("", hasSize(0));
  }

  @Test
  @Tag("attack-54")
  void a_clients_token_can_not_step_up_by_what_the_person_showed() {
    var alice = anAccount();
    var app = anApp();
    var shown = session(alice).twoFactor(true).qualified(true).factorAt(Instant.now());
    var code = letIn(shown, app, "").extract().jsonPath().getString("grant.code");

    var known = introspect(held(redeem(app, code)).access());

    assertThat(known.getBoolean("active")).isTrue();
    assertThat(known.getString("factorAt")).isNull();
    assertThat(known.getString("anyFactorAt")).isNull();
  }

  @Test
  void whoever_let_a_client_in_can_not_take_its_token_by_rotating_it() {
    var alice = anAccount();
    var app = anApp();
    var answer = letIn(session(alice), app, "").extract().jsonPath();
    var access = held(redeem(app, answer.getString("grant.code"))).access();

    var path = Tokens.PATH + "/" + answer.getString("id") + "/actions/regenerate-tokens";
    ask(session(alice), Verb.POST, path, null).statusCode(403).body("id", equalTo("forbidden"));

    assertThat(introspect(access).getBoolean("active")).isTrue();
  }

  /** Its token ends within hours; what it made would not. */
  @Test
  void a_clients_token_makes_and_rotates_nothing() {
    var alice = anAccount();
    var app = anApp();
    var brief = mint(session(alice), "{\"expires_in\":600}");
    var access = held(redeem(app, code(alice, app))).access();
    var known = introspect(access);
    var client =
        TestIdentity.of(alice)
            .credential(
                CredentialKind.AUTHORIZATION, UUID.fromString(known.getString("authorization")))
            .token(UUID.fromString(known.getString("token")));

    Tokens.ask(client, "{}").statusCode(403).body("id", equalTo("forbidden"));
    Tokens.ask(client.asPassword(), "{}").statusCode(403);
    letIn(client, anApp(), "").statusCode(403);
    Tokens.rotate(client, brief.id()).statusCode(403);

    assertThat(Rows.authorizations(alice)).isEqualTo(2);
  }

  @Test
  void a_client_never_reaches_further_than_who_lets_it_in() {
    var alice = anAccount();
    var reader = mint(session(alice), "{\"scope\":[\"read\"]}");
    var person = bearer(alice, reader).scopes(Scope.GLOBAL, Scope.READ);

    letIn(bearer(alice, reader).scopes(Scope.READ), anApp(), ",\"scope\":[\"global\"]")
        .statusCode(403);
    letIn(person, anApp(), ",\"scope\":[\"read\"]").statusCode(201);
  }

  @Test
  void it_ends_with_who_let_it_in() {
    var alice = anAccount();
    var parent = mint(session(alice), "{\"expires_in\":600}");
    var app = anApp();
    var code = letIn(bearer(alice, parent), app, "").extract().jsonPath().getString("grant.code");

    var issued = redeem(app, code).statusCode(200).extract().jsonPath();

    assertThat(issued.getInt("expires_in")).isBetween(590, 600);
    as(session(alice)).delete(Tokens.PATH + "/" + parent.id()).then().statusCode(200);
    assertThat(Tokens.introspect(issued.getString("access_token")).getBoolean("active")).isFalse();
  }

  @Test
  void who_ends_the_authorization_has_ended_its_code() {
    var alice = anAccount();
    var app = anApp();
    var answer = letIn(session(alice), app, "").extract().jsonPath();

    as(session(alice)).delete(Tokens.PATH + "/" + answer.getString("id")).then().statusCode(200);

    redeem(app, answer.getString("grant.code")).statusCode(400);
  }

  @Test
  void a_password_lets_nobody_in() {
    letIn(password(anAccount()), anApp(), "")
        .statusCode(422)
        .body("message", startsWith("client: "));
  }

  @Test
  void an_unknown_client_is_not_let_in() {
    var body = "{\"client\":{\"id\":\"%s\"}}";
    var alice = session(anAccount());

    Tokens.ask(alice, body.formatted(UUID.randomUUID()))
        .statusCode(404)
        .body("resource", equalTo("client"));
    Tokens.ask(alice, body.formatted("x")).statusCode(422);
    Tokens.ask(alice, "{\"client\":{}}").statusCode(422);
    Tokens.ask(alice, "{\"client\":7}").statusCode(422);
  }

  @Test
  void there_is_no_implicit_grant() {
    var body = "{\"client\":{\"id\":\"" + anApp().id() + "\"},\"response_type\":\"token\"}";

    Tokens.ask(session(anAccount()), body)
        .statusCode(422)
        .body("message", startsWith("response_type: "));
  }

  @Test
  void a_code_goes_where_the_client_is_registered_and_nowhere_else() {
    refused(anApp(), ",\"redirect_uri\":\"https://evil.example/\"", "redirect_uri: ");
    refused(anApp(), ",\"redirect_uri\":\"" + CALLBACK + "/..\"", "redirect_uri: ");
    letIn(session(anAccount()), anApp(), ",\"redirect_uri\":\"" + CALLBACK + "\"").statusCode(201);
  }

  @Test
  void a_public_client_must_use_pkce_and_nobody_may_use_plain() {
    var plain = ",\"code_challenge_method\":\"plain\",\"code_challenge\":\"" + CHALLENGE + "\"";

    refused(aPublicApp(), "", "code_challenge: ");
    refused(aPublicApp(), plain, "code_challenge_method: ");
    refused(anApp(), plain, "code_challenge_method: ");
    refused(anApp(), ",\"code_challenge\":\"" + CHALLENGE + "\"", "code_challenge_method: ");
    refused(
        anApp(),
        ",\"code_challenge_method\":\"S256\",\"code_challenge\":\"short\"",
        "code_challenge: ");
  }

  private static void refused(App app, String more, String begin) {
    letIn(session(anAccount()), app, more).statusCode(422).body("message", startsWith(begin));
  }
}
