package dev.latchkey.token.introspection;

import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.apiKey;
import static dev.latchkey.token.Tokens.internally;
import static dev.latchkey.token.Tokens.introspect;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.password;
import static dev.latchkey.token.Tokens.session;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.ServiceCalls;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.token.Rows;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class IntrospectionTest {

  private static final String PATH = "/internal/introspect";

  @Test
  void tells_whose_a_token_is() {
    var alice = anAccount();
    var made = mint(session(alice).epoch(3), "{\"expires_in\":60,\"scope\":[\"identity\"]}");

    var known = introspect(made.text());

    assertThat(known.getBoolean("active")).isTrue();
    assertThat(known.getString("authorization")).isEqualTo(made.id().toString());
    assertThat(known.getString("account")).isEqualTo(alice.toString());
    assertThat(known.getInt("epoch")).isEqualTo(3);
    assertThat(known.getString("scope")).isEqualTo("identity");
    assertThat(known.getString("expiresAt")).endsWith("Z");
  }

  @Test
  void all_that_is_no_live_token_has_one_answer() {
    var dead = Map.<String, Object>of("active", false);
    var random = new SecureRandom();
    var unknown = OpaqueToken.mint(TokenKind.AUTHORIZATION, random).text();
    var ofAnotherKind = OpaqueToken.mint(TokenKind.SESSION, random).text();
    var made = mint(session(anAccount())).text();
    var misspelt = made.substring(0, made.length() - 1) + (made.endsWith("x") ? "y" : "x");

    for (var token : new String[] {unknown, ofAnotherKind, misspelt, "", "x", "a b", "lkat_"}) {
      assertThat(introspect(token).getMap("")).isEqualTo(dead);
    }
  }

  @Test
  void the_answer_is_stored_nowhere() {
    internally()
        .body("{\"token\":\"x\"}")
        .post(PATH)
        .then()
        .header("Cache-Control", equalTo("no-store"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"token\":null}", "{\"token\":7}", "[]", "{", "null", ""})
  void bad_input_is_refused(String body) {
    var status = internally().body(body).post(PATH).then().body("id", notNullValue()).extract();

    assertThat(status.statusCode()).isIn(400, 422);
  }

  @Test
  void a_body_without_a_length_is_bounded_too() throws Exception {
    var endless = new byte[100_000];
    Arrays.fill(endless, (byte) ' ');
    var port = Integer.getInteger("latchkey.internal.actual-port");
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PATH))
            .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.TOKEN))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(endless)))
            .build();

    try (var client = HttpClient.newHttpClient()) {
      var answer = client.send(request, BodyHandlers.ofString());

      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.body()).contains("\"id\":\"request_too_large\"");
    }
  }

  @Test
  void only_services_may_ask() {
    var port = Integer.getInteger("latchkey.internal.actual-port");
    var person = TestIdentity.of(anAccount()).header();

    given().port(port).post(PATH).then().statusCode(401).body("id", equalTo("unauthorized"));
    given().port(port).header("Latchkey-Identity", person).post(PATH).then().statusCode(401);
    given()
        .port(port)
        .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.MFA))
        .post(PATH)
        .then()
        .statusCode(401);
  }

  @Test
  void auth_service_lists_what_an_account_has() {
    var alice = anAccount();
    var signIn = mint(password(alice), "{\"description\":\"laptop\"}");
    var explicit = mint(apiKey(alice), "{\"description\":\"Codespaces\"}");

    internally()
        .get("/internal/accounts/" + alice + "/authorizations")
        .then()
        .statusCode(200)
        .body("id", containsInAnyOrder(signIn.id().toString(), explicit.id().toString()))
        .body("find { it.description == 'laptop' }.kind", equalTo("login_authorization"))
        .body("find { it.description == 'laptop' }.epoch", equalTo(0))
        .body("find { it.description == 'Codespaces' }.kind", equalTo("authorization"))
        .body("find { it.description == 'Codespaces' }.parent.kind", equalTo("api_key"));
  }

  @Test
  void an_account_without_any_has_an_empty_list() {
    internally()
        .get("/internal/accounts/" + UUID.randomUUID() + "/authorizations")
        .then()
        .statusCode(200)
        .body("", hasSize(0));
    internally().get("/internal/accounts/no-id/authorizations").then().statusCode(404);
  }

  @Test
  @Tag("attack-58")
  void one_look_up_in_a_unique_index_finds_a_token() {
    var made = mint(session(anAccount()));

    var plan =
        String.join(
            "\n",
            Rows.of(
                "set enable_seqscan = off",
                "explain select * from authorizations where token_hash = '\\x00'::bytea"));

    assertThat(plan).contains("Index Scan using authorizations_token_hash");
    assertThat(active(made)).isTrue();
  }

  @Test
  @Tag("attack-58")
  void the_token_itself_is_in_no_column() {
    var alice = anAccount();
    var made = mint(session(alice));

    var row = Rows.of("select a::text from authorizations a where account = '" + alice + "'");

    assertThat(row).hasSize(1);
    assertThat(row.getFirst()).doesNotContain(made.text());
  }
}
