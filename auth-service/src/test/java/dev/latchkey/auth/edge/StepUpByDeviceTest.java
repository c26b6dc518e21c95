package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.kit.testkit.OtherServiceStandIn.ReceivedRequest;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Strangers who know the address guess on and on: what its owner, who is signed in, can do. */
@QuarkusTest
class StepUpByDeviceTest {

  private static final String KEYS = "/account/keys/none";
  private static final String NEW_KEY = "/oauth/authorizations/~/actions/regenerate-tokens";
  private static final String NEXT = "another set of plain words";

  @Inject People people;
  @Inject TestGateway gateway;

  /** Somebody with two-factor, signed in by a browser that is known since then. */
  private record Owned(TestPerson person, String session, String device) {}

  @Test
  @Tag("attack-16")
  void the_password_is_changed_while_strangers_have_used_up_the_budget() {
    var alice = signedInOnAKnownDevice();
    strangersUseUpTheBudget(alice);

    var stranger = passwordChange(alice).password(People.PASSWORD).send();
    var owner =
        passwordChange(alice).password(People.PASSWORD).with(Headers.DEVICE, alice.device()).send();

    stranger.then().statusCode(429).body("id", equalTo("rate_limit"));
    owner.then().statusCode(200);
    assertThat(alice.person().account(alice.session()).statusCode()).isEqualTo(200);
  }

  @Test
  void password_and_code_are_taken_while_strangers_have_used_up_the_budget() {
    var alice = signedInOnAKnownDevice();
    strangersUseUpTheBudget(alice);

    var call =
        gateway
            .call("DELETE", "/account")
            .bearer(alice.session())
            .password(People.PASSWORD)
            .code(TestPerson.RIGHT_CODE);

    call.send().then().statusCode(429).body("id", equalTo("rate_limit"));
    call.with(Headers.DEVICE, alice.device()).send().then().statusCode(200);
  }

  @Test
  void a_code_beside_a_password_counts_on_the_pool_that_the_password_did() {
    var alice = signedInOnAKnownDevice();
    var call =
        gateway
            .call("POST", NEW_KEY)
            .bearer(alice.session())
            .password(People.PASSWORD)
            .code(TestPerson.RIGHT_CODE);

    call.send().then().statusCode(200);
    assertThat(lastCode(alice)).contains("\"knownDevice\":false");
    call.with(Headers.DEVICE, alice.device()).send().then().statusCode(200);
    assertThat(lastCode(alice)).contains("\"knownDevice\":true");
  }

  @Test
  void a_code_alone_counts_on_the_pool_of_the_device_that_is_the_accounts() {
    var alice = signedInOnAKnownDevice();
    var bob = signedInOnAKnownDevice();
    var call = gateway.call("DELETE", KEYS).bearer(alice.session()).code(TestPerson.RIGHT_CODE);

    assertThat(call.send().statusCode()).isEqualTo(404);
    assertThat(lastCode(alice)).contains("\"knownDevice\":false");
    assertThat(call.with(Headers.DEVICE, bob.device()).send().statusCode()).isEqualTo(404);
    assertThat(lastCode(alice)).contains("\"knownDevice\":false");
    assertThat(call.with(Headers.DEVICE, alice.device()).send().statusCode()).isEqualTo(404);
    assertThat(lastCode(alice)).contains("\"knownDevice\":true");
  }

  @Test
  void somebody_elses_device_moves_nothing() {
    var alice = signedInOnAKnownDevice();
    var bob = signedInOnAKnownDevice();
    strangersUseUpTheBudget(alice);

    var answer =
        passwordChange(alice).password(People.PASSWORD).with(Headers.DEVICE, bob.device()).send();

    answer.then().statusCode(429).body("id", equalTo("rate_limit"));
  }

  @Test
  void a_known_device_may_guess_ten_times_and_no_more() {
    var alice = signedInOnAKnownDevice();
    var call = passwordChange(alice).with(Headers.DEVICE, alice.device());
    IntStream.range(0, 10)
        .forEach(i -> call.password("wrong words number " + i).send().then().statusCode(422));

    call.password(People.PASSWORD).send().then().statusCode(429);
  }

  @Test
  void a_password_in_the_body_counts_with_the_strangers_whatever_the_device() {
    var alice = signedInOnAKnownDevice();
    strangersUseUpTheBudget(alice);

    var answer =
        gateway
            .call("PATCH", "/account")
            .bearer(alice.session())
            .with(Headers.DEVICE, alice.device())
            .json("{\"password\":\"%s\",\"new_password\":\"%s\"}".formatted(People.PASSWORD, NEXT))
            .send();

    answer.then().statusCode(429).body("id", equalTo("rate_limit"));
  }

  private Owned signedInOnAKnownDevice() {
    var person = people.signedUp();
    person.hasSecondFactor();
    var answer =
        gateway
            .call("POST", "/sessions")
            .basic(person.email(), People.PASSWORD)
            .code(TestPerson.RIGHT_CODE)
            .send();
    answer.then().statusCode(201);
    return new Owned(person, answer.path("token"), answer.path("device.token"));
  }

  private void strangersUseUpTheBudget(Owned victim) {
    var last =
        IntStream.range(0, 11)
            .mapToObj(i -> guess(victim.person().email(), "wrong words number " + i))
            .reduce((before, after) -> after);
    assertThat(last).map(Response::statusCode).hasValue(429);
  }

  private Response guess(String email, String password) {
    return gateway.call("POST", "/sessions").basic(email, password).send();
  }

  private TestGateway.Call passwordChange(Owned owner) {
    return gateway
        .call("PATCH", "/account")
        .bearer(owner.session())
        .json("{\"new_password\":\"%s\"}".formatted(NEXT));
  }

  /** What mfa-service was last asked to verify for that person. */
  private static String lastCode(Owned owner) {
    var line = "POST /internal/accounts/" + owner.person().id() + "/second-factor/actions/verify";
    return OtherServiceStandIn.of(Owner.MFA).received().stream()
        .filter(request -> request.line().equals(line))
        .map(ReceivedRequest::body)
        .reduce("", (before, after) -> after);
  }
}
