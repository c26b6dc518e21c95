package dev.latchkey.mfa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ConfirmationTest {

  @Inject MovableClock clock;

  private Instant now = Instant.EPOCH;

  @BeforeEach
  void stop_the_clock() {
    now = clock.instant();
    clock.set(now);
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void a_right_code_switches_on_and_answers_with_the_receipt() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());

    var answer = alice.confirm(app.codeAt(now));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("two_factor_authentication").asBoolean()).isTrue();
    assertThat(answer.text("cascade")).isEqualTo("done");
    var receipt = answer.json().path("receipt");
    assertThat(receipt.at("/sessions_ended/0/client").asText()).isEqualTo("curl");
    assertThat(receipt.at("/sessions_ended/0/ip").asText()).isEqualTo("192.0.2.7");
    assertThat(receipt.at("/authorizations_ended/0/description").asText()).isEqualTo("cli");
    assertThat(receipt.at("/authorizations_remaining/0/description").asText()).isEqualTo("ci");
    assertThat(receipt.path("ssh_keys_remaining").asInt()).isEqualTo(2);
    assertThat(receipt.path("api_key_changed").asBoolean()).isTrue();
    assertThat(receipt.path("milliseconds").asInt()).isPositive();
    assertThat(alice.status().json().path("enabled").asBoolean()).isTrue();
    assertThat(alice.status().json().path("enrolment_pending").asBoolean()).isFalse();
    assertThat(alice.due().json().path("methods").toString()).isEqualTo("[\"totp\"]");
  }

  @Test
  void says_so_to_kafka_under_the_id_that_auth_service_was_told() {
    var alice = Person.named("alice");

    alice.enrol(now);

    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(event -> event.json().contains(alice.account.toString()));
      var fact = said.fact(MfaEnabled.class).orElseThrow();
      assertThat(fact.keptSession()).isEqualTo(alice.session);
      assertThat(fact.epoch()).isEqualTo(7);
      assertThat(fact.replaced()).isFalse();
      assertThat(said.json()).doesNotContain("192.0.2.1").doesNotContain("a test");
      assertThat(AuthStandIn.cascadesOf(alice.account))
          .singleElement()
          .asString()
          .contains(said.id().toString())
          .contains("\"change\":\"TWO_FACTOR_ENABLED\"");
      assertThat(log.all(MfaEnabled.class, alice.account, Duration.ofMillis(300))).hasSize(1);
    }
  }

  @Test
  void an_enrolment_does_not_outlive_the_epoch() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    var later = alice.identity().epoch(8);
    AuthStandIn.epochIs(alice.account, 8);

    assertRefused(alice.confirm(later, app.codeAt(now)), 404, "not_found");
  }

  @Test
  void an_account_that_changed_a_moment_ago_is_left_alone() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    AuthStandIn.epochIs(alice.account, 8);

    assertRefused(alice.confirm(app.codeAt(now)), 409, "account_changed");

    assertThat(alice.status().json().path("enabled").asBoolean()).isFalse();
    assertThat(AuthStandIn.cascadesOf(alice.account)).isEmpty();
  }

  @Test
  void nothing_is_switched_on_while_nobody_can_tell_the_epoch() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    AuthStandIn.epochFails(alice.account);

    var answer = alice.confirm(app.codeAt(now));

    assertRefused(answer, 503, "unavailable");
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(alice.status().json().path("enabled").asBoolean()).isFalse();
  }

  @Test
  void a_refused_cascade_undoes_the_change() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    AuthStandIn.cascadesAnswer(409, "{\"id\":\"conflict\",\"message\":\"outdated\"}");

    assertRefused(alice.confirm(app.codeAt(now)), 409, "account_changed");

    assertThat(alice.status().json().path("enabled").asBoolean()).isFalse();
    assertThat(factorsOf(alice)).isEmpty();
  }

  @Test
  void an_unreachable_cascade_is_pending_and_the_factor_is_on() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    AuthStandIn.cascadesAnswer(503, "{}");

    var answer = alice.confirm(app.codeAt(now));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("cascade")).isEqualTo("pending");
    assertThat(answer.json().path("receipt").isNull()).isTrue();
    assertThat(alice.status().json().path("enabled").asBoolean()).isTrue();
  }

  @Test
  void of_eight_confirmations_at_once_one_switches_on() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    var code = app.codeAt(now);

    var answers =
        IntStream.range(0, 8).parallel().mapToObj(_ -> alice.confirm(code).status()).toList();

    assertThat(answers).filteredOn(status -> status == 200).hasSize(1);
    assertThat(answers).filteredOn(status -> status != 200).allMatch(List.of(404, 429)::contains);
    assertThat(factorsOf(alice)).hasSize(1);
    assertThat(AuthStandIn.cascadesOf(alice.account)).hasSize(1);
  }

  @Test
  @Tag("attack-13")
  void guessing_the_confirmation_is_limited_with_all_other_guesses() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());
    for (int guess = 0; guess < 10; guess++) {
      assertRefused(alice.confirm("000000"), 422, "invalid_two_factor_code");
    }

    var right = alice.confirm(app.codeAt(now));

    assertRefused(right, 429, "rate_limit");
    assertThat(Integer.parseInt(right.header("Retry-After"))).isBetween(800, 901);
    assertThat(alice.verify("000000")).isEqualTo("LOCKED");
  }

  private static List<String> factorsOf(Person person) {
    return Rows.of("select id from totp_factor where account = '" + person.account + "'");
  }

  private static void assertRefused(Answer answer, int status, String id) {
    assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
    assertThat(answer.id()).isEqualTo(id);
    assertThat(answer.text("message")).isNotEmpty();
  }
}
