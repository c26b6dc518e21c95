package dev.latchkey.auth.emailchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.auth.TestPerson;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.testkit.EventLog;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

@QuarkusTest
class EmailChangeTest {

  private static final int RIVALS = 4;

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject AddressSeal addresses;

  @Test
  void the_address_changes_when_the_link_in_the_new_mailbox_is_opened() {
    var alice = people.signedUp();
    var here = alice.session();
    var wanted = People.address();

    change(here, People.PASSWORD, wanted)
        .then()
        .statusCode(200)
        .body("email", equalTo(alice.email()));
    var opened = open(link(alice, 0));

    opened.then().statusCode(200).body("email", equalTo(wanted)).body("verified", equalTo(true));
    alice.account(here).then().statusCode(200).body("email", equalTo(wanted));
    assertThat(alice.signIn().statusCode()).isEqualTo(401);
    assertThat(signIn(wanted).statusCode()).isEqualTo(201);
    gateway
        .internal(Owner.NOTIFICATION)
        .get("/internal/accounts/" + alice.id() + "/addresses")
        .then()
        .body("emails[0]", equalTo(wanted));
  }

  @Test
  void the_old_address_is_told_while_the_change_can_still_be_stopped() {
    var alice = people.signedUp();
    var here = alice.session();

    change(here, People.PASSWORD, People.address()).then().statusCode(200);

    var told = people.message(alice.id(), Message.AddressLeaving.class, 0);
    assertThat(told.to()).isEqualTo(alice.email());
    assertThat(told.origin().ip()).isEqualTo("198.51.100.7");
    alice.account(here).then().body("email", equalTo(alice.email()));
  }

  @Test
  void it_is_told_with_the_old_address_that_only_one_reader_can_open() {
    var alice = people.signedUp();
    change(alice.session(), People.PASSWORD, People.address()).then().statusCode(200);

    open(link(alice, 0)).then().statusCode(200);
    open(link(alice, 0)).then().statusCode(422).body("id", equalTo("invalid_token"));

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      var changed = log.await(EmailChanged.class, alice.id());
      assertThat(changed.oldAddress()).doesNotContain("@");
      assertThat(addresses.open(alice.id(), changed.oldAddress())).isEqualTo(alice.email());
      assertThat(log.all(EmailChanged.class, alice.id(), Duration.ofSeconds(1))).hasSize(1);
    }
  }

  @Test
  void a_taken_address_gets_the_same_answer_and_its_owner_a_mail() {
    var alice = people.signedUp();
    var bob = people.signedUp();
    var here = alice.session();

    var free = change(here, People.PASSWORD, People.address());
    var taken = change(here, People.PASSWORD, bob.email());

    assertThat(taken.statusCode()).isEqualTo(free.statusCode()).isEqualTo(200);
    assertThat(taken.asString()).isEqualTo(free.asString());
    assertThat(people.message(alice.id(), Message.AddressWanted.class, 0).to())
        .isEqualTo(bob.email());
  }

  @Test
  void the_password_is_asked() {
    var alice = people.signedUp();
    var here = alice.session();

    var without = gateway.call("PATCH", "/account").bearer(here).json(json(People.address()));
    without.send().then().statusCode(403).body("id", equalTo("password_required"));
    change(here, "not my password at all", People.address())
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_password"));
    without.password(People.PASSWORD).send().then().statusCode(200);
  }

  @Test
  void where_two_factor_is_on_the_second_factor_is_asked_too() {
    var alice = people.signedUp();
    var here = alice.session();
    alice.hasSecondFactor();

    var without = change(here, People.PASSWORD, People.address());
    var with =
        gateway
            .call("PATCH", "/account")
            .bearer(here)
            .password(People.PASSWORD)
            .code(TestPerson.RIGHT_CODE)
            .json(json(People.address()))
            .send();

    without.then().statusCode(403).body("id", equalTo("two_factor"));
    assertThat(without.header(Headers.TWO_FACTOR_REQUIRED)).isEqualTo("true");
    with.then().statusCode(200);
  }

  @Test
  void a_security_change_in_between_makes_the_link_worthless() {
    var alice = people.signedUp();
    var thief = alice.session();
    change(thief, People.PASSWORD, People.address()).then().statusCode(200);
    var link = link(alice, 0);

    gateway.call("DELETE", "/oauth/sessions").bearer(alice.session()).send().then().statusCode(200);

    open(link).then().statusCode(422).body("id", equalTo("invalid_token"));
    assertThat(alice.signIn().statusCode()).isEqualTo(201);
  }

  @Test
  void a_new_wish_replaces_the_older_one() {
    var alice = people.signedUp();
    var here = alice.session();
    change(here, People.PASSWORD, People.address()).then().statusCode(200);
    var older = link(alice, 0);
    var wanted = People.address();
    change(here, People.PASSWORD, wanted).then().statusCode(200);

    open(older).then().statusCode(422);
    open(link(alice, 1)).then().statusCode(200).body("email", equalTo(wanted));
  }

  @Test
  void an_address_that_was_taken_meanwhile_is_not_given_away() {
    var alice = people.signedUp();
    var wanted = People.address();
    change(alice.session(), People.PASSWORD, wanted).then().statusCode(200);
    var link = link(alice, 0);
    people.signedUp(wanted);

    open(link).then().statusCode(422).body("id", equalTo("invalid_token"));
  }

  @Test
  void of_several_links_for_one_address_opened_at_once_exactly_one_counts() throws Exception {
    var wanted = People.address();
    var links = new ArrayList<String>();
    for (int i = 0; i < RIVALS; i++) {
      var rival = people.signedUp();
      change(rival.session(), People.PASSWORD, wanted).then().statusCode(200);
      links.add(link(rival, 0));
    }

    var statuses = new ArrayList<Integer>();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var opened =
          links.stream().map(link -> threads.submit(() -> open(link).statusCode())).toList();
      for (var answer : opened) {
        statuses.add(answer.get());
      }
    }

    assertThat(statuses).containsOnlyOnce(200).containsOnly(200, 422);
  }

  @Test
  void a_link_to_set_the_password_that_went_to_the_old_address_is_worthless() {
    var alice = people.signedUp();
    gateway
        .call("POST", "/password-resets")
        .json("{\"email\":\"%s\"}".formatted(alice.email()))
        .send();
    var reset = people.message(alice.id(), Message.ResetPassword.class, 0).link();
    change(alice.session(), People.PASSWORD, People.address()).then().statusCode(200);
    open(link(alice, 0)).then().statusCode(200);

    gateway
        .call("POST", "/password-resets/" + token(reset) + "/actions/finalize")
        .json("{\"password\":\"another set of plain words\"}")
        .send()
        .then()
        .statusCode(422);
  }

  @Test
  void what_is_no_address_or_no_change_is_refused() {
    var alice = people.signedUp();
    var here = alice.session();

    change(here, People.PASSWORD, "nonsense")
        .then()
        .statusCode(422)
        .body("id", equalTo("invalid_params"));
    change(here, People.PASSWORD, alice.email()).then().statusCode(422);
  }

  @Test
  void whoever_closes_the_account_is_told_at_the_address_it_had() {
    var alice = people.signedUp();

    gateway
        .call("DELETE", "/account")
        .bearer(alice.session())
        .password(People.PASSWORD)
        .send()
        .then()
        .statusCode(200);

    var farewell = people.message(alice.id(), Message.AccountGone.class, 0);
    assertThat(farewell.to()).isEqualTo(alice.email());
    assertThat(farewell.origin().ip()).isEqualTo("198.51.100.7");
  }

  private Response change(String session, String password, String wanted) {
    return gateway
        .call("PATCH", "/account")
        .bearer(session)
        .json("{\"password\":\"%s\",\"email\":\"%s\"}".formatted(password, wanted))
        .send();
  }

  private static String json(String wanted) {
    return "{\"email\":\"%s\"}".formatted(wanted);
  }

  private Response open(String token) {
    return gateway
        .call("POST", "/users/~/email/actions/verify")
        .json("{\"token\":\"%s\"}".formatted(token))
        .send();
  }

  private String link(TestPerson person, int others) {
    return token(people.message(person.id(), Message.ConfirmEmail.class, others).link());
  }

  private static String token(String link) {
    return link.substring(link.indexOf("token=") + "token=".length());
  }

  private Response signIn(String email) {
    return gateway.call("POST", "/sessions").basic(email, People.PASSWORD).send();
  }
}
