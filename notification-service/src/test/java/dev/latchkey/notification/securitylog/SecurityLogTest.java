package dev.latchkey.notification.securitylog;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.kit.testkit.TestIdentity;
import dev.latchkey.notification.Rows;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RealStores.class)
class SecurityLogTest {

  private static final String PATH = "/account/security-log";
  private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

  @Inject OriginSeal origins;

  private final AccountId alice = new AccountId(UUID.randomUUID());

  @Test
  void facts_of_all_topics_are_listed_newest_first_whatever_order_they_come_in() {
    OtherServiceSays.that(
        new AuthorizationCreated(
            alice, NOON.plusSeconds(2), new AuthorizationId(new UUID(1, 2)), false, origin()));
    OtherServiceSays.that(
        new MfaEnabled(
            alice, NOON.plusSeconds(1), new SessionId(new UUID(1, 1)), 0, false, origin()));
    OtherServiceSays.that(
        new ApiKeyRotated(
            alice, NOON.plusSeconds(3), Change.TWO_FACTOR_ENABLED, new UUID(1, 3), origin()));
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    written(4);

    log()
        .statusCode(200)
        .body(
            "type",
            contains("api_key_rotated", "authorization_created", "mfa_enabled", "email_verified"))
        .body("[0].created_at", equalTo("2026-11-21T12:00:03Z"))
        .body("[0].ip", equalTo("192.0.2.7"))
        .body("[0].client", equalTo("curl/8"))
        .body("[0].data.cause", equalTo("two_factor_enabled"))
        .body("[1].data.sign_in", equalTo(false))
        .body("[3].ip", nullValue())
        .body("[3].data", equalTo(Map.of()));
  }

  @Test
  void an_event_that_comes_three_times_is_one_line() {
    var fact = new PasswordChanged(alice, NOON, false, origin());
    var id = OtherServiceSays.that(fact);
    OtherServiceSays.again(id, fact);
    OtherServiceSays.again(id, fact);
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    Awaitility.await().until(() -> lines("type = 'email_verified'") == 1);

    log().body("", hasSize(2)).body("findAll { it.type == 'password_changed' }", hasSize(1));
  }

  /** Attack 69: whoever lost the log has it made again from the topics, and bothers nobody. */
  @Test
  void a_line_that_was_lost_is_made_again_and_its_mail_is_not() {
    var fact = new PasswordChanged(alice, NOON, false, origin());
    var id = OtherServiceSays.that(fact);
    written(1);
    Rows.change("delete from security_event where account = '" + alice + "'");
    Rows.change("delete from inbox where id = '" + id + "'");

    OtherServiceSays.again(id, fact);
    written(1);

    log().body("type", contains("password_changed"));
    assertThat(Rows.count("delivery where account = '" + alice + "'")).isEqualTo(1);
  }

  @Test
  void others_do_not_see_it() {
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    written(1);

    as(TestIdentity.of(new AccountId(UUID.randomUUID()))).statusCode(200).body("", hasSize(0));
    as(TestIdentity.of(alice).scopes(Scope.READ)).statusCode(403).body("id", equalTo("forbidden"));
    as(TestIdentity.of(alice).forged()).statusCode(401);
    given().get(PATH).then().statusCode(401).body("id", equalTo("unauthorized"));
  }

  @Test
  void more_than_200_lines_come_in_pages_without_gap_or_overlap() {
    Rows.change(
        "insert into security_event (id, account, type, at, data) select gen_random_uuid(), '"
            + alice
            + "', 'signed_in', now() - (n / 7) * interval '1 s', '{}' from generate_series(1, 250) n");

    var first = log().statusCode(206).body("", hasSize(200)).extract();
    var second = page(first.header("Next-Range")).statusCode(200).body("", hasSize(50)).extract();

    assertThat(second.header("Next-Range")).isNull();
    var ids = new HashSet<String>(first.<List<String>>path("id"));
    ids.addAll(second.<List<String>>path("id"));
    assertThat(ids).hasSize(250);
    var small = page("id ..; max=3").statusCode(206).body("", hasSize(3)).extract();
    assertThat(small.<List<String>>path("id"))
        .isEqualTo(first.<List<String>>path("id").subList(0, 3));
    assertThat(small.header("Next-Range")).endsWith("..; max=3");
    assertThat(small.header("Accept-Ranges")).isEqualTo("id");
  }

  @Test
  void a_line_of_somebody_elses_log_is_no_place_to_go_on_from() {
    var bobs = UUID.randomUUID();
    Rows.change(
        "insert into security_event (id, account, type, at, data) values ('%s', '%s', 'signed_in', now(), '{}')"
            .formatted(bobs, UUID.randomUUID()));

    page("id ]" + bobs + "..").statusCode(422).body("id", equalTo("invalid_params"));
    page("id ]" + UUID.randomUUID() + "..; max=10").statusCode(422);
  }

  @Test
  void what_is_no_range_is_not_looked_at() {
    given()
        .header("Latchkey-Identity", TestIdentity.of(alice).header())
        .header("Range", "id ]~..; max=1; nonsense")
        .header("Accept", "application/vnd.heroku+json; version=3")
        .get(PATH)
        .then()
        .statusCode(200);
  }

  @Test
  void other_methods_and_paths_are_refused() {
    var me = given().header("Latchkey-Identity", TestIdentity.of(alice).header());

    me.post(PATH).then().statusCode(405).body("id", equalTo("method_not_allowed"));
    me.get(PATH + "/1").then().statusCode(404).body("id", equalTo("not_found"));
    me.get("/q/health").then().statusCode(404);
  }

  @Test
  void an_origin_that_was_not_sealed_by_us_is_a_dead_letter_and_the_next_is_heard() {
    var bobs = new AccountId(UUID.randomUUID());
    var stolen = origins.seal(bobs, new Origin("192.0.2.9", "x"));
    OtherServiceSays.that(new PasswordChanged(alice, NOON, false, "no.seal"));
    OtherServiceSays.that(new PasswordChanged(alice, NOON.plusSeconds(1), false, stolen));
    OtherServiceSays.raw(Topic.ACCOUNT, alice.toString(), Map.of(), "{poison " + alice);
    OtherServiceSays.that(new EmailVerified(alice, NOON));
    Awaitility.await()
        .atMost(Duration.ofSeconds(60))
        .until(() -> lines("type = 'email_verified'") == 1);

    assertThat(lines("true")).isEqualTo(1);
    try (var letters = EventLog.ofDeadLetters(Topic.ACCOUNT, Owner.NOTIFICATION)) {
      var _ = letters.await(letter -> letter.json().contains("{poison " + alice));
      assertThat(letters.all())
          .filteredOn(letter -> letter.key().equals(alice.toString()))
          .hasSize(3);
    }
  }

  private String origin() {
    return origins.seal(alice, new Origin("192.0.2.7", "curl/8"));
  }

  private ValidatableResponse log() {
    return as(TestIdentity.of(alice));
  }

  private ValidatableResponse page(String range) {
    return given()
        .header("Latchkey-Identity", TestIdentity.of(alice).header())
        .header("Range", range)
        .get(PATH)
        .then();
  }

  private static ValidatableResponse as(TestIdentity person) {
    return given().header("Latchkey-Identity", person.header()).get(PATH).then();
  }

  private void written(int lines) {
    Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> lines("true") == lines);
  }

  private int lines(String condition) {
    return Rows.count("security_event where account = '" + alice + "' and " + condition);
  }
}
