package dev.latchkey.mfa.operator;

import static dev.latchkey.mfa.Operators.BERT;
import static dev.latchkey.mfa.Operators.unlock;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.CodeAttemptsForgiven;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.Person;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class UnlockTest {

  private static final int BUDGET = 10;

  @Inject MovableClock clock;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void who_used_up_the_codes_budget_need_not_wait_once_unlocked() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    clock.advance(Duration.ofSeconds(30));
    for (int i = 0; i < BUDGET; i++) {
      assertThat(alice.verify(wrong(app))).isEqualTo("WRONG");
    }
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("LOCKED");

    assertThat(unlock(alice).status()).isEqualTo(204);

    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(CodeAttemptsForgiven.class, alice.account).operator()).isEqualTo(BERT);
    }
  }

  private String wrong(IndependentTotp app) {
    var near =
        IntStream.rangeClosed(-2, 2)
            .mapToObj(step -> app.codeAt(clock.instant().plusSeconds(30L * step)))
            .toList();
    return Stream.of("000000", "111111", "222222", "333333", "444444", "555555")
        .filter(code -> !near.contains(code))
        .findFirst()
        .orElseThrow();
  }
}
