package dev.latchkey.mfa.cascade;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.RealStores;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CascadeTest {

  @Inject Clock clock;

  @Test
  @Tag("attack-64")
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
}
