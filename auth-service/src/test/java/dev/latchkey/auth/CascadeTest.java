package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceStandIn;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CascadeTest {

  @Inject People people;
  @Inject TestGateway gateway;

  @Test
  void all_but_the_kept_session_end_and_the_api_key_is_new() {
    var alice = people.signedUp();
    var here = gateway.call("POST", "/sessions").basic(alice.email(), People.PASSWORD).send();
    var there = alice.session();
    var oldKey = alice.apiKey(there);

    var receipt = enabled(alice, UUID.randomUUID(), here.path("id"), 1);

    receipt
        .then()
        .statusCode(200)
        .body("epoch", equalTo(2))
        .body("apiKeyChanged", equalTo(true))
        .body("sessionsEnded", hasSize(1));
    assertThat(alice.account(there).statusCode()).isEqualTo(401);
    assertThat(alice.account(oldKey).statusCode()).isEqualTo(401);
    assertThat(alice.account(here.path("token")).statusCode()).isEqualTo(200);
    alice.account(here.path("token")).then().body("two_factor_authentication", equalTo(true));
  }

  @Test
  @Tag("attack-66")
  void the_same_news_thirty_times_at_once_takes_effect_once() throws Exception {
    var alice = people.signedUp();
    var here = gateway.call("POST", "/sessions").basic(alice.email(), People.PASSWORD).send();
    var event = UUID.randomUUID();
    Callable<Response> news = () -> enabled(alice, event, here.path("id"), 1);

    try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
      for (var answer : many.invokeAll(IntStream.range(0, 30).mapToObj(i -> news).toList())) {
        assertThat(answer.get().<Integer>path("epoch")).isEqualTo(2);
      }
    }

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      log.await(SessionsRevoked.class, alice.id());
      assertThat(log.all(SessionsRevoked.class, alice.id(), Duration.ofSeconds(2))).hasSize(1);
      assertThat(log.all(ApiKeyRotated.class, alice.id(), Duration.ZERO)).hasSize(1);
    }
    assertThat(epoch(alice)).isEqualTo(2);
  }

  @Test
  void the_receipt_tells_which_authorizations_end_and_which_go_on() {
    var alice = people.signedUp();
    var here = alice.signIn();
    OtherServiceStandIn.of(Owner.TOKEN)
        .answer(
            "GET /internal/accounts/" + alice.id() + "/authorizations",
            200,
            """
            [{"id":"00000000-0000-4000-8000-000000000001","description":"cli",
              "kind":"login_authorization","epoch":1},
             {"id":"00000000-0000-4000-8000-000000000002","description":"by key",
              "kind":"authorization","epoch":1,
              "parent":{"kind":"api_key","id":"00000000-0000-4000-8000-00000000000a"}},
             {"id":"00000000-0000-4000-8000-000000000003","description":"by session",
              "kind":"authorization","epoch":1,
              "parent":{"kind":"session","id":"00000000-0000-4000-8000-00000000000b"}}]
            """);

    var receipt = enabled(alice, UUID.randomUUID(), here.path("id"), 1);

    receipt
        .then()
        .statusCode(200)
        .body("authorizationsEnded.description", contains("cli", "by key"))
        .body("authorizationsRemaining.description", contains("by session"));
  }

  @Test
  void redis_brings_nothing_back() {
    var alice = people.signedUp();
    var here = gateway.call("POST", "/sessions").basic(alice.email(), People.PASSWORD).send();
    var there = alice.session();
    enabled(alice, UUID.randomUUID(), here.path("id"), 1).then().statusCode(200);

    try (var outage = RealStores.redis().killed()) {
      assertThat(alice.account(there).statusCode()).isNotEqualTo(200);
    }

    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> alice.account(there).statusCode(), equalTo(401));
  }

  @Test
  void only_mfa_service_brings_the_news() {
    var alice = people.signedUp();

    var answer = news(Owner.TOKEN, alice, UUID.randomUUID(), UUID.randomUUID().toString(), 1);

    answer.then().statusCode(403);
  }

  private Response enabled(TestPerson person, UUID event, String kept, int epoch) {
    return news(Owner.MFA, person, event, kept, epoch);
  }

  private Response news(Owner caller, TestPerson person, UUID event, String kept, int epoch) {
    return gateway
        .internal(caller)
        .body(
            """
            {"eventId":"%s","change":"TWO_FACTOR_ENABLED","account":"%s","keptSession":"%s",
             "epoch":%d,"at":"2026-11-21T10:00:00Z","origin":{"ip":"192.0.2.1","client":"a test"}}
            """
                .formatted(event, person.id(), kept, epoch))
        .post("/internal/cascades");
  }

  private static int epoch(TestPerson person) throws SQLException {
    try (var connection = RealStores.database("auth");
        var query = connection.prepareStatement("select epoch from account where id = ?")) {
      query.setObject(1, person.id().value());
      var row = query.executeQuery();
      row.next();
      return row.getInt(1);
    }
  }
}
