package dev.latchkey.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * A thief's change that was on its way when the owner acted. The owner signs out all others, which
 * ends the thief's session; only then auth-service is told of what that session had changed.
 */
@QuarkusTest
class OvertakenTest {

  @Inject People people;
  @Inject TestGateway gateway;
  @Inject OriginSeal seal;
  @Inject RedisAPI redis;
  @Inject Clock clock;

  @Test
  void a_change_by_a_session_that_another_cut_has_ended_is_refused() {
    var alice = people.signedUp();
    var thief = alice.signIn();
    var here = alice.session();
    var key = alice.apiKey(here);
    signOutOthers(here);

    var answer = enabled(alice, UUID.randomUUID(), thief.path("id"), 1);

    answer.then().statusCode(409).body("id", equalTo("account_changed"));
    assertThat(alice.account(thief.path("token")).statusCode()).isEqualTo(401);
    assertThat(alice.account(key).statusCode()).isEqualTo(200);
    alice.account(here).then().statusCode(200).body("two_factor_authentication", equalTo(false));
    assertThat(epoch(alice)).isEqualTo(2);
    assertThat(copyOfEpoch(alice)).doesNotContain("fence");
  }

  @Test
  void a_change_that_keeps_no_session_is_refused_after_any_other_cut() {
    var alice = people.signedUp();
    signOutOthers(alice.session());

    var answer = news(alice, UUID.randomUUID(), "TWO_FACTOR_DISABLED", null, 1);

    answer.then().statusCode(409);
    assertThat(epoch(alice)).isEqualTo(2);
  }

  @Test
  void whom_the_other_cut_kept_may_still_have_changed_something() {
    var alice = people.signedUp();
    var here = alice.signIn();
    signOutOthers(here.path("token"));

    var answer = enabled(alice, UUID.randomUUID(), here.path("id"), 1);

    answer.then().statusCode(200).body("epoch", equalTo(3));
    alice
        .account(here.path("token"))
        .then()
        .statusCode(200)
        .body("two_factor_authentication", equalTo(true));
  }

  @Test
  void news_that_had_its_effect_is_told_its_receipt_whatever_came_since() {
    var alice = people.signedUp();
    var here = alice.signIn();
    var event = UUID.randomUUID();
    enabled(alice, event, here.path("id"), 1).then().statusCode(200);
    signOutOthers(alice.session());

    var again = enabled(alice, event, here.path("id"), 1);

    again.then().statusCode(200).body("epoch", equalTo(2));
    assertThat(epoch(alice)).isEqualTo(3);
  }

  @Test
  void an_overtaken_event_is_refused_aloud_and_once() {
    var alice = people.signedUp();
    var thief = alice.signIn();
    var here = alice.session();
    signOutOthers(here);
    var event = new EventId(UUID.randomUUID());
    var news =
        new MfaEnabled(
            alice.id(), clock.instant(), SessionId.of(thief.path("id")), 1, true, origin(alice));

    OtherServiceSays.again(event, news);
    OtherServiceSays.again(event, news);

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      var refused = log.await(MfaChangeRefused.class, alice.id());
      assertThat(refused.causedBy()).isEqualTo(event);
      assertThat(refused.change()).isEqualTo(Change.TWO_FACTOR_REPLACED);
      assertThat(seal.open(alice.id(), refused.origin()).ip()).isEqualTo("192.0.2.1");
      assertThat(log.all(MfaChangeRefused.class, alice.id(), Duration.ofSeconds(3))).hasSize(1);
      assertThat(log.all(SessionsRevoked.class, alice.id(), Duration.ZERO)).hasSize(1);
    }
    alice.account(here).then().statusCode(200).body("two_factor_authentication", equalTo(false));
    assertThat(epoch(alice)).isEqualTo(2);
  }

  @Test
  void an_event_that_had_its_effect_is_not_refused_later() {
    var alice = people.signedUp();
    var event = new EventId(UUID.randomUUID());
    var off = new MfaDisabled(alice.id(), clock.instant(), null, 1, origin(alice));
    news(alice, event.value(), "TWO_FACTOR_DISABLED", null, 1).then().statusCode(200);
    signOutOthers(alice.session());

    OtherServiceSays.again(event, off);

    try (var log = EventLog.of(Topic.ACCOUNT)) {
      assertThat(log.all(MfaChangeRefused.class, alice.id(), Duration.ofSeconds(3))).isEmpty();
    }
    assertThat(epoch(alice)).isEqualTo(3);
  }

  @Test
  void an_overtaken_caller_signs_nobody_out() {
    var alice = people.signedUp();
    var thief = gateway.call("DELETE", "/oauth/sessions").bearer(alice.session());
    var identity = thief.atEdge().header(Headers.IDENTITY);
    var here = alice.session();
    signOutOthers(here);

    var answer = thief.forward(identity);

    answer.then().statusCode(401).body("id", equalTo("unauthorized"));
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  void an_overtaken_caller_closes_nothing() {
    var alice = people.signedUp();
    var thief =
        gateway.call("DELETE", "/account").bearer(alice.session()).password(People.PASSWORD);
    var here = alice.session();
    var identity = thief.atEdge().header(Headers.IDENTITY);
    signOutOthers(here);

    var answer = thief.forward(identity);

    answer.then().statusCode(401).body("id", equalTo("unauthorized"));
    assertThat(alice.account(here).statusCode()).isEqualTo(200);
  }

  @Test
  void an_overtaken_caller_does_not_switch_two_factor_off() {
    var alice = people.signedUp();
    People.mfa()
        .answer(
            "DELETE /internal/accounts/" + alice.id() + "/second-factor",
            409,
            "{\"id\":\"account_changed\"}");

    var answer =
        gateway
            .call("PATCH", "/account")
            .bearer(alice.session())
            .json(
                "{\"two_factor_authentication\":false,\"password\":\"%s\"}"
                    .formatted(People.PASSWORD))
            .send();

    answer.then().statusCode(401).body("id", equalTo("unauthorized"));
  }

  private void signOutOthers(String token) {
    gateway.call("DELETE", "/oauth/sessions").bearer(token).send().then().statusCode(200);
  }

  private Response enabled(TestPerson person, UUID event, String kept, int epoch) {
    return news(person, event, "TWO_FACTOR_ENABLED", kept, epoch);
  }

  private Response news(
      TestPerson person, UUID event, String change, @Nullable String kept, int epoch) {
    var session = kept == null ? "null" : "\"" + kept + "\"";
    return gateway
        .internal(Owner.MFA)
        .body(
            """
            {"eventId":"%s","change":"%s","account":"%s","keptSession":%s,
             "epoch":%d,"at":"2026-11-21T10:00:00Z","origin":{"ip":"192.0.2.1","client":"a test"}}
            """
                .formatted(event, change, person.id(), session, epoch))
        .post("/internal/cascades");
  }

  private String origin(TestPerson person) {
    return seal.seal(person.id(), new Origin("192.0.2.1", "a test"));
  }

  private int epoch(TestPerson person) {
    return gateway
        .internal(Owner.MFA)
        .get("/internal/accounts/" + person.id() + "/epoch")
        .path("epoch");
  }

  private String copyOfEpoch(TestPerson person) {
    return redis.get("lk:epoch:" + person.id()).await().indefinitely().toString();
  }
}
