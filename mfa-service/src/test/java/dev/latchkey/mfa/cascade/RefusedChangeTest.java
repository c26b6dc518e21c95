package dev.latchkey.mfa.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import dev.latchkey.mfa.Service;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change that nobody could answer when it was made, and what auth-service says of it later. */
@QuarkusTest
class RefusedChangeTest {

  @Inject MovableClock clock;
  @Inject FactorChanges changes;

  @BeforeEach
  void stop_the_clock() {
    clock.set(clock.instant());
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void a_refused_enabling_leaves_no_factor() {
    var alice = Person.named("alice");
    enrolUnanswered(alice);
    var event = lastEnabling(alice);

    refused(alice, Change.TWO_FACTOR_ENABLED, event);

    Awaitility.await().untilAsserted(() -> assertThat(factorsOf(alice)).isEmpty());
    assertThat(alice.due().json().path("due").asBoolean(true)).isFalse();
  }

  @Test
  void a_refused_replacement_brings_the_old_app_back_however_late() {
    var alice = Person.named("alice");
    var old = enrol(alice);
    var app = replaceUnanswered(alice);
    var event = lastEnabling(alice);
    clock.advance(Duration.ofDays(2));

    refused(alice, Change.TWO_FACTOR_REPLACED, event);
    refused(alice, Change.TWO_FACTOR_REPLACED, event);

    Awaitility.await().untilAsserted(() -> assertThat(factorsOf(alice)).hasSize(1));
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("WRONG");
    assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  @Test
  void a_refused_disabling_brings_the_app_back() {
    var alice = Person.named("alice");
    var app = enrol(alice);
    var event = disableUnanswered(alice);
    assertThat(alice.due().json().path("due").asBoolean(true)).isFalse();

    refused(alice, Change.TWO_FACTOR_DISABLED, event);

    Awaitility.await()
        .untilAsserted(() -> assertThat(alice.due().json().path("due").asBoolean()).isTrue());
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  @Test
  void a_change_that_stands_leaves_only_the_new_app() {
    var alice = Person.named("alice");
    enrol(alice);
    var app = replaceUnanswered(alice);
    var event = lastEnabling(alice);
    assertThat(factorsOf(alice)).hasSize(2);

    OtherServiceSays.that(
        new SessionsRevoked(
            alice.account,
            clock.instant(),
            Change.TWO_FACTOR_REPLACED,
            event,
            alice.session,
            null,
            List.of(),
            8,
            "sealed"));

    Awaitility.await().untilAsserted(() -> assertThat(factorsOf(alice)).hasSize(1));
    clock.advance(Duration.ofSeconds(30));
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  @Test
  void two_refused_changes_bring_the_first_app_back_in_whatever_order() throws Throwable {
    for (boolean firstFirst : List.of(true, false)) {
      var alice = Person.named("alice");
      var old = enrol(alice);
      var off = disableUnanswered(alice);
      var thiefs = enrolUnanswered(alice);
      var on = lastEnabling(alice);

      undo(alice, firstFirst ? off : on);
      undo(alice, firstFirst ? on : off);

      clock.advance(Duration.ofSeconds(30));
      assertThat(factorsOf(alice)).hasSize(1);
      assertThat(alice.verify(thiefs.codeAt(clock.instant()))).isEqualTo("WRONG");
      assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("PASSED");
    }
  }

  @Test
  void two_refused_replacements_bring_the_first_app_back_in_whatever_order() throws Throwable {
    for (boolean firstFirst : List.of(true, false)) {
      var alice = Person.named("alice");
      var old = enrol(alice);
      replaceUnanswered(alice);
      var first = lastEnabling(alice);
      replaceUnanswered(alice);
      var second = lastEnabling(alice);

      undo(alice, firstFirst ? first : second);
      undo(alice, firstFirst ? second : first);

      clock.advance(Duration.ofSeconds(30));
      assertThat(factorsOf(alice)).hasSize(1);
      assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("PASSED");
    }
  }

  @Test
  void a_refused_change_takes_nothing_away_from_a_later_one_that_stands() throws Throwable {
    for (boolean refusedFirst : List.of(true, false)) {
      var alice = Person.named("alice");
      enrol(alice);
      var off = disableUnanswered(alice);
      var app = enrolUnanswered(alice);
      var on = lastEnabling(alice);

      if (refusedFirst) {
        undo(alice, off);
      }
      VertxContextSupport.subscribeAndAwait(() -> changes.settle(alice.account, on));
      undo(alice, off);

      clock.advance(Duration.ofSeconds(30));
      assertThat(factorsOf(alice)).hasSize(1);
      assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    }
  }

  @Test
  void an_answer_that_comes_again_does_not_touch_what_came_since() throws Throwable {
    var alice = Person.named("alice");
    var old = enrol(alice);
    var enabled = lastEnabling(alice);
    replaceUnanswered(alice);
    var replaced = lastEnabling(alice);

    VertxContextSupport.subscribeAndAwait(() -> changes.settle(alice.account, enabled));
    undo(alice, replaced);

    clock.advance(Duration.ofSeconds(30));
    assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  private IndependentTotp enrol(Person person) {
    var app = person.enrol(clock.instant());
    clock.advance(Duration.ofMinutes(1));
    return app;
  }

  private IndependentTotp enrolUnanswered(Person person) {
    AuthStandIn.cascadesAnswer(503, "{}");
    return enrol(person);
  }

  private IndependentTotp replaceUnanswered(Person person) {
    AuthStandIn.cascadesAnswer(503, "{}");
    var now = clock.instant();
    var app = Person.scan(person.begin(identity -> identity.factorAt(now)));
    assertThat(person.confirm(app.codeAt(now)).text("cascade")).isEqualTo("pending");
    clock.advance(Duration.ofMinutes(1));
    return app;
  }

  private EventId disableUnanswered(Person person) {
    AuthStandIn.cascadesAnswer(503, "{}");
    var identity = person.identity().withPassword(Verb.DELETE, Person.TWO_FACTOR).header();
    var answer = Service.ask(Verb.DELETE, Person.TWO_FACTOR, identity, "");
    assertThat(answer.text("cascade")).isEqualTo("pending");
    clock.advance(Duration.ofMinutes(1));
    return event("select retired_by from totp_factor where account = '%s'", person);
  }

  private static EventId lastEnabling(Person person) {
    return event(
        "select enabled_by from totp_factor where account = '%s' order by enabled_at desc limit 1",
        person);
  }

  private static EventId event(String query, Person person) {
    return EventId.of(Rows.of(query.formatted(person.account)).getFirst());
  }

  private static List<String> factorsOf(Person person) {
    return Rows.of("select id from totp_factor where account = '" + person.account + "'");
  }

  private void undo(Person person, EventId change) throws Throwable {
    VertxContextSupport.subscribeAndAwait(() -> changes.undo(person.account, change));
  }

  private void refused(Person person, Change change, EventId event) {
    OtherServiceSays.that(
        new MfaChangeRefused(person.account, clock.instant(), change, event, "sealed"));
  }
}
