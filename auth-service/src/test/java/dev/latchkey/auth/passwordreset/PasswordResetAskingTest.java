package dev.latchkey.auth.passwordreset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.auth.People;
import dev.latchkey.auth.TestGateway;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What asking for a link tells, and how often it may be done. */
@QuarkusTest
class PasswordResetAskingTest {

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void an_unknown_address_gets_the_same_answer_and_no_mail() {
    var alice = people.signedUp();

    var known = ask(alice.email());
    var unknown = ask(People.address());

    assertThat(known.statusCode()).isEqualTo(201);
    assertThat(unknown.statusCode()).isEqualTo(201);
    assertThat(shape(unknown)).isEqualTo(shape(known));
    assertThat(unknown.headers().asList().stream().map(h -> h.getName()).toList())
        .isEqualTo(known.headers().asList().stream().map(h -> h.getName()).toList());
  }

  /** With the accounts locked away, who waited for a look-up would get no answer at all. */
  @Test
  void the_answer_comes_before_anybody_is_looked_up_so_its_time_tells_nothing() throws Exception {
    var alice = people.signedUp();
    try (var lock = RealStores.database("auth")) {
      lock.setAutoCommit(false);
      lock.createStatement().execute("lock table account in access exclusive mode");

      assertThat(ask(alice.email()).statusCode()).isEqualTo(201);
      assertThat(ask(People.address()).statusCode()).isEqualTo(201);

      lock.rollback();
    }
    try (var log = EventLog.of(Topic.MESSAGE)) {
      // The link, and the one to verify the address.
      assertThat(log.all(MessageRequested.class, alice.id(), Duration.ofSeconds(5))).hasSize(2);
    }
  }

  @Test
  void nobody_gets_more_than_five_mails_an_hour_whether_or_not_there_is_an_account() {
    var alice = people.signedUp();
    for (var address : List.of(alice.email(), People.address())) {
      for (int i = 0; i < 5; i++) {
        assertThat(ask(address).statusCode()).isEqualTo(201);
      }

      var sixth = ask(address);

      sixth.then().statusCode(429).body("id", equalTo("rate_limit"));
      assertThat(Integer.parseInt(sixth.header("Retry-After"))).isBetween(3000, 3600);
    }
    try (var log = EventLog.of(Topic.MESSAGE)) {
      // Five links, and the one to verify the address.
      assertThat(log.all(MessageRequested.class, alice.id(), Duration.ofSeconds(2))).hasSize(6);
    }
  }

  private Response ask(String email) {
    return gateway
        .call("POST", "/password-resets")
        .json("{\"email\":\"%s\"}".formatted(email))
        .send();
  }

  private static Map<String, Integer> shape(Response answer) {
    var shape = new TreeMap<String, Integer>();
    answer.<Map<String, Object>>path("").forEach((name, value) -> shape.put(name, 1));
    answer.<Map<String, Object>>path("user").forEach((name, value) -> shape.put("user." + name, 1));
    return shape;
  }
}
