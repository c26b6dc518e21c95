package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * What the edge says of a token that is typed where {@code heroku login -i} asks for a password.
 */
@QuarkusTest
class TokenAsPasswordTest {

  private static final String PATH = "/oauth/authorizations";

  @Inject People people;
  @Inject TestGateway gateway;

  private final String token = OpaqueToken.mint(TokenKind.AUTHORIZATION, new Random()).text();
  private final UUID tokenId = UUID.randomUUID();

  @AfterEach
  void nobodys_token_is_known() {
    OtherServiceStandIn.of(Owner.TOKEN)
        .answer("POST /internal/introspect", 200, "{\"active\":false}");
  }

  @Test
  void beside_its_owners_address_it_signs_in_without_a_second_factor() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    isAnAuthorizationOf(alice, "global");

    var claims = claims(post().basic(alice.email(), token).atEdge());

    assertThat(claims.getBoolean(Claims.AS_PASSWORD)).isTrue();
    assertThat(claims.getString(Claims.KIND)).isEqualTo("authorization");
    assertThat(claims.getString(Claims.TOKEN)).isEqualTo(tokenId.toString());
    assertThat(claims.getString(Claims.PATH)).isEqualTo(PATH);
    assertThat(claims.getBoolean(Claims.TWO_FACTOR) && claims.getBoolean(Claims.QUALIFIED))
        .as("it has shown no factor")
        .isFalse();
    assertThat(claims.getString(Claims.FACTOR_AT)).isNull();
    assertThat(claims.getString(Claims.PASSWORD_AT)).isNull();
  }

  @Test
  void as_bearer_or_without_an_address_it_needs_the_second_factor() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    isAnAuthorizationOf(alice, "global");

    needsFactor(post().bearer(token).atEdge());
    needsFactor(post().basic("", token).atEdge());

    var stepped = claims(post().bearer(token).code(TestPerson.RIGHT_CODE).atEdge());
    assertThat(stepped.getString(Claims.AS_PASSWORD)).isNull();
  }

  @Test
  void only_where_somebody_signs_in_is_it_asked_for_nothing() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    isAnAuthorizationOf(alice, "global");

    var rotation = PATH + "/" + UUID.randomUUID() + "/actions/regenerate-tokens";
    needsFactor(gateway.call("POST", rotation).basic(alice.email(), token).atEdge());
    needsFactor(gateway.call("POST", "/account/keys").basic(alice.email(), token).atEdge());
  }

  @Test
  void beside_somebody_elses_address_it_is_nothing() {
    var alice = people.signedUp();
    isAnAuthorizationOf(alice, "global");

    post()
        .basic(people.signedUp().email(), token)
        .atEdge()
        .then()
        .statusCode(401)
        .body("id", equalTo("unauthorized"));
  }

  @Test
  void a_narrow_one_signs_nobody_in() {
    var alice = people.signedUp();
    isAnAuthorizationOf(alice, "read write");

    post()
        .basic(alice.email(), token)
        .atEdge()
        .then()
        .statusCode(403)
        .body("id", equalTo("forbidden"));
  }

  @Test
  void an_api_key_signs_in_and_a_session_is_the_session_that_it_always_is() {
    var alice = people.signedUp();
    var session = alice.session();
    var key = alice.apiKey(session);

    var byKey = claims(post().basic(alice.email(), key).atEdge());
    var bySession = claims(post().basic(alice.email(), session).atEdge());

    assertThat(byKey.getBoolean(Claims.AS_PASSWORD)).isTrue();
    assertThat(bySession.getString(Claims.AS_PASSWORD)).isNull();
  }

  private TestGateway.Call post() {
    return gateway.call("POST", PATH);
  }

  private static void needsFactor(Response answer) {
    answer.then().statusCode(403).body("id", equalTo("two_factor"));
  }

  private void isAnAuthorizationOf(TestPerson person, String scope) {
    OtherServiceStandIn.of(Owner.TOKEN)
        .answer(
            "POST /internal/introspect",
            200,
            """
            {"active":true,"authorization":"%s","token":"%s","account":"%s",\
            "kind":"authorization","epoch":9,"scope":"%s"}\
            """
                .formatted(UUID.randomUUID(), tokenId, person.id(), scope));
  }

  private static JsonPath claims(Response answer) {
    answer.then().statusCode(200);
    var payload = answer.header(Headers.IDENTITY).split("\\.", -1)[1];
    return new JsonPath(new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8));
  }
}
