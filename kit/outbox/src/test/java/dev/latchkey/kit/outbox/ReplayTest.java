package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.InternalPort;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.kit.testkit.ServiceCalls;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Dead letters as operators see and replay them; other tests' may stand among them. */
@QuarkusTest
class ReplayTest {

  private static final String LETTERS = "latchkey.account.mfa-service.dlq";
  private static final String DOOR = "/internal/operator/dead-letters/mfa-service";
  private static final String FAILED = "the ear failed: java.lang.IllegalStateException";

  private final AccountId account = Facts.anAccount();
  private final EventId id = new EventId(UUID.randomUUID());
  private final AtomicReference<RuntimeException> trouble =
      new AtomicReference<>(new IllegalStateException("a bug"));
  private final AtomicInteger effects = new AtomicInteger();

  @Inject TestEar ear;
  @Inject Doing doing;
  @Inject InternalPort internal;

  @BeforeEach
  void an_ear_has_trouble() {
    ear.on(
        account,
        heard -> {
          var failure = trouble.get();
          return failure == null ? once(heard.id()) : Uni.createFrom().failure(failure);
        });
  }

  @Test
  @Tag("attack-67")
  void what_an_ear_could_not_do_takes_effect_once_and_what_nobody_can_read_is_left() {
    var poison = new EventId(UUID.randomUUID());
    say(Spoken.of(poison, Spoken.accountClosed(account)).body("{"), spoken());

    assertThat(listed(poison))
        .singleElement()
        .satisfies(one ->
            assertThat(one)
                .containsEntry("topic", "latchkey.account")
                .containsEntry("type", "dev.latchkey.account.AccountClosed.v1")
                .containsEntry("at", Facts.AT.toString())
                .containsEntry("reason", "the body is not a AccountClosed")
                .containsEntry("readable", false)
                .containsKeys("partition", "offset"));
    assertThat(listed(id))
        .singleElement()
        .satisfies(
            one -> assertThat(one).containsEntry("reason", FAILED).containsEntry("readable", true));
    assertThat(list().asString()).doesNotContain(account.toString());

    trouble.set(null);
    replay()
        .then()
        .statusCode(200)
        .body("handled", greaterThanOrEqualTo(1))
        .body("left", greaterThanOrEqualTo(1))
        .body("more", equalTo(false));

    assertThat(listed(id)).isEmpty();
    assertThat(listed(poison)).isEmpty();
    replay().then().statusCode(200).body("left", equalTo(0));
    assertThat(effects).hasValue(1);
    assertThat(ear.heardOf(account)).hasSize(1);
  }

  @Test
  void what_fails_again_is_a_letter_anew() {
    say(spoken());

    replay().then().statusCode(200).body("failed", greaterThanOrEqualTo(1));

    assertThat(listed(id))
        .singleElement()
        .satisfies(one -> assertThat(one).containsEntry("reason", FAILED));
    trouble.set(null);
    replay().then().statusCode(200);
    assertThat(effects).hasValue(1);
  }

  @Test
  void while_a_server_is_away_a_letter_waits() {
    say(spoken());
    trouble.set(new IllegalStateException(new ConnectException("away")));

    replay().then().statusCode(503).body("id", equalTo("unavailable"));

    assertThat(listed(id)).hasSize(1);
    trouble.set(null);
    replay().then().statusCode(200);
    assertThat(effects).hasValue(1);
  }

  @Test
  void a_kafka_that_hangs_is_an_outage() {
    try (var hanging = RealStores.kafka().paused()) {
      list().then().statusCode(503).body("id", equalTo("unavailable"));
      replay().then().statusCode(503);
    }
  }

  @Test
  void a_service_has_its_own_dead_letters_only_and_shows_them_to_operators_only() {
    operator().get(DOOR.replace("mfa", "auth")).then().statusCode(403);
    RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header("Authorization", ServiceCalls.header(Owner.AUTH, Owner.MFA))
        .get(DOOR)
        .then()
        .statusCode(403);
  }

  private Uni<Void> once(EventId event) {
    return doing
        .once(event, () -> Uni.createFrom().voidItem().invoke(effects::incrementAndGet))
        .replaceWithVoid();
  }

  private Spoken spoken() {
    return Spoken.of(id, Spoken.accountClosed(account));
  }

  private void say(Spoken... all) {
    Spoken.say(all);
    try (var letters = new SaidOn(LETTERS)) {
      assertThat(letters.await(all.length, SaidOn.by(account.toString()))).hasSize(all.length);
    }
  }

  private List<Map<String, Object>> listed(EventId event) {
    return list().<List<Map<String, Object>>>path("dead_letters").stream()
        .filter(one -> event.toString().equals(one.get("event_id")))
        .toList();
  }

  private Response list() {
    return operator().get(DOOR);
  }

  private Response replay() {
    return operator().post(DOOR + "/actions/replay");
  }

  private RequestSpecification operator() {
    return RestAssured.given()
        .baseUri("http://127.0.0.1")
        .port(internal.port())
        .header("Authorization", ServiceCalls.operator(ServiceCalls.SECOND_OPERATOR, Owner.MFA));
  }
}
