package dev.latchkey.mfa.twofactor;

import static dev.latchkey.mfa.Operators.ANNA;
import static dev.latchkey.mfa.Operators.BERT;
import static dev.latchkey.mfa.Operators.approve;
import static dev.latchkey.mfa.Operators.ask;
import static dev.latchkey.mfa.Operators.removal;
import static dev.latchkey.mfa.Operators.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalCancelled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Whoever shows the second factor within the 72 hours keeps it. */
@QuarkusTest
class RemovalStoppedTest {

  private static final Duration DELAY = Duration.ofHours(72);

  @Inject MovableClock clock;
  @Inject DueRemovals removals;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void a_code_of_the_app_meanwhile_keeps_it_on() throws Throwable {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    ask(alice, ANNA);
    approve(alice, BERT);
    clock.advance(Duration.ofHours(70));
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");

    sweep();

    assertStaysOn(alice);
    clock.advance(Duration.ofHours(3));
    sweep();
    assertThat(alice.hasSecondFactor()).isTrue();
  }

  @Test
  void a_recovery_code_meanwhile_keeps_it_on_at_once() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    var code = alice.newCodes().getFirst();
    ask(alice, ANNA);
    approve(alice, BERT);

    assertThat(alice.verify(code)).isEqualTo("PASSED");

    assertStaysOn(alice);
  }

  @Test
  void another_app_meanwhile_stays() throws Throwable {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    ask(alice, ANNA);
    approve(alice, BERT);
    clock.advance(Duration.ofHours(1));
    var shown = clock.instant();
    var next = Person.scan(alice.begin(identity -> identity.factorAt(shown)));
    assertThat(alice.confirm(next.codeAt(shown)).status()).isEqualTo(200);

    clock.advance(DELAY);
    sweep();

    assertStaysOn(alice);
  }

  @Test
  void what_was_used_after_it_was_asked_for_is_not_agreed_to() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    ask(alice, ANNA);
    clock.advance(Duration.ofMinutes(1));
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");

    var answer = approve(alice, BERT);

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.id()).isEqualTo("factor_not_lost");
    assertStaysOn(alice);
  }

  @Test
  void any_operator_takes_it_back() throws Throwable {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    ask(alice, ANNA);
    approve(alice, BERT);

    assertThat(withdraw(alice, ANNA).status()).isEqualTo(204);
    assertThat(withdraw(alice, ANNA).status()).isEqualTo(404);
    clock.advance(DELAY);
    sweep();

    assertThat(alice.hasSecondFactor()).isTrue();
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(TwoFactorRemovalCancelled.class, alice.account).operator())
          .isEqualTo(ANNA);
    }
  }

  private void assertStaysOn(Person person) {
    assertThat(person.hasSecondFactor()).isTrue();
    assertThat(removal(person).status()).isEqualTo(404);
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(TwoFactorRemovalCancelled.class, person.account).operator()).isNull();
    }
  }

  private void sweep() throws Throwable {
    VertxContextSupport.subscribeAndAwait(removals::round);
  }
}
