package dev.latchkey.mfa.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CascadeTest {

  private static final Duration LONG = Duration.ofSeconds(60);

  @Inject CascadeSignals signals;
  @Inject Clock clock;

  @Test
  void who_waits_is_woken_by_the_event_that_tells_of_the_end() throws Throwable {
    var cause = new EventId(UUID.randomUUID());
    signals.expect(cause);
    OtherServiceSays.that(revoked(cause));
    var before = System.nanoTime();

    VertxContextSupport.subscribeAndAwait(() -> signals.done(cause, LONG));

    assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(LONG.dividedBy(2));
    signals.forget(cause);
  }

  @Test
  void who_waits_in_vain_goes_on_when_the_patience_is_over() throws Throwable {
    var cause = new EventId(UUID.randomUUID());
    signals.expect(cause);

    VertxContextSupport.subscribeAndAwait(() -> signals.done(cause, Duration.ofMillis(50)));

    signals.forget(cause);
  }

  @Test
  void with_kafka_paused_confirm_answers_with_the_receipt_and_the_event_follows() {
    var alice = Person.named("alice");
    var app = Person.scan(alice.begin());

    try (var outage = RealStores.kafka().paused()) {
      var answer = alice.confirm(app.codeAt(clock.instant()));

      assertThat(answer.status()).isEqualTo(200);
      assertThat(answer.text("cascade")).isEqualTo("done");
      assertThat(AuthStandIn.cascadesOf(alice.account)).hasSize(1);
    }

    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(event -> event.fact(MfaEnabled.class).filter(of(alice)).isPresent());
      assertThat(AuthStandIn.cascadesOf(alice.account).getFirst()).contains(said.id().toString());
      assertThat(log.all(MfaEnabled.class, alice.account, Duration.ofSeconds(1))).hasSize(1);
    }
  }

  private static java.util.function.Predicate<MfaEnabled> of(Person person) {
    return fact -> fact.account().equals(person.account);
  }

  private SessionsRevoked revoked(EventId cause) {
    return new SessionsRevoked(
        new AccountId(UUID.randomUUID()),
        clock.instant(),
        Change.TWO_FACTOR_ENABLED,
        cause,
        null,
        List.of(),
        8,
        "sealed");
  }
}
