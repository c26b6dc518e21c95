package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.identity.Headers;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Half a sign-in opens the two doors of the SMS, and no other. */
@QuarkusTest
class FirstFactorTest {

  private static final String RECOVER = "/users/~/sms-number/actions/recover";

  @Inject People people;
  @Inject TestGateway gateway;

  @ParameterizedTest
  @CsvSource({"GET, /users/~/sms-number", "POST, " + RECOVER})
  void the_password_alone_is_enough_to_ask_for_an_sms(String verb, String path) {
    var alice = people.signedUp();
    alice.hasSecondFactor();

    var claims = claims(byPassword(alice, verb, path));

    assertThat(claims.get("kind")).isEqualTo("first_factor");
    assertThat(claims.get("sub")).isEqualTo(alice.id().toString());
    assertThat(claims.get("htp")).isEqualTo(path);
    assertThat(claims).doesNotContainKeys("challenge", "otp_at");
  }

  @Test
  void a_challenge_does_as_well_and_is_named_to_who_sends_the_code() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    String challenge = alice.signIn().path("challenge.id");

    var claims = claims(byChallenge("POST", RECOVER, challenge));

    assertThat(claims.get("kind")).isEqualTo("first_factor");
    assertThat((String) claims.get("challenge")).isNotBlank().isNotEqualTo(challenge);
  }

  @Test
  void asking_costs_a_challenge_none_of_its_tries() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    String challenge = alice.signIn().path("challenge.id");
    IntStream.range(0, 10).forEach(i -> claims(byChallenge("POST", RECOVER, challenge)));

    var answer = byChallenge("POST", "/sessions", challenge).code(TestPerson.RIGHT_CODE).send();

    assertThat(answer.statusCode()).isEqualTo(201);
  }

  @Test
  void a_challenge_of_an_older_epoch_asks_for_nothing() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.hasSecondFactor();
    String challenge = alice.signIn().path("challenge.id");
    gateway.call("DELETE", "/oauth/sessions").bearer(here).send().then().statusCode(200);

    var answer = byChallenge("POST", RECOVER, challenge).atEdge();

    answer.then().statusCode(401).body("id", equalTo("challenge_over"));
  }

  @Test
  void a_challenge_shows_nobody_the_number() {
    var alice = people.signedUp();
    alice.hasSecondFactor();
    String challenge = alice.signIn().path("challenge.id");

    var answer = byChallenge("GET", "/users/~/sms-number", challenge).atEdge();

    assertThat(answer.statusCode()).isEqualTo(401);
  }

  @ParameterizedTest
  @CsvSource({
    "GET, /account",
    "PUT, /users/~/sms-number",
    "DELETE, /users/~/sms-number",
    "POST, /users/~/sms-number/actions/confirm",
    "POST, /account/recovery-codes"
  })
  void no_other_door_takes_a_password_in_place_of_a_credential(String verb, String path) {
    var alice = people.signedUp();

    assertThat(byPassword(alice, verb, path).atEdge().statusCode()).isEqualTo(401);
  }

  /** Attack 13: no path without the limiter. */
  @Test
  @Tag("attack-13")
  void guesses_at_these_doors_count_on_the_budget_of_the_account() {
    var alice = people.signedUp();
    IntStream.range(0, 10)
        .forEach(i ->
            gateway
                .call("POST", RECOVER)
                .basic(alice.email(), "a wrong password number " + i)
                .atEdge()
                .then()
                .statusCode(401));

    assertThat(byPassword(alice, "POST", RECOVER).atEdge().statusCode()).isEqualTo(429);
    assertThat(alice.signIn().statusCode()).isEqualTo(429);
  }

  @Test
  void a_signed_in_session_is_not_half_a_sign_in() {
    var alice = people.signedUp();

    var answer = gateway.call("POST", RECOVER).bearer(alice.session()).atEdge();

    answer.then().statusCode(403);
  }

  private TestGateway.Call byPassword(TestPerson person, String verb, String path) {
    return gateway.call(verb, path).basic(person.email(), People.PASSWORD);
  }

  private TestGateway.Call byChallenge(String verb, String path, String challenge) {
    return gateway.call(verb, path).with(Headers.CHALLENGE, challenge);
  }

  /** What the identity says that the edge gives to a call. */
  private static Map<String, Object> claims(TestGateway.Call call) {
    var answer = call.atEdge();
    assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
    var payload = answer.header(Headers.IDENTITY).split("\\.")[1];
    var json = new String(Base64.getUrlDecoder().decode(payload), StandardCharsets.UTF_8);
    return JsonPath.from(json).getMap("$");
  }
}
