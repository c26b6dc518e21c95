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
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ReplacementTest {

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
  void replacing_the_app_needs_the_old_one() {
    var alice = Person.named("alice");
    alice.enrol(now);

    var refused = alice.begin();

    assertRefused(refused, 403, "two_factor");
    assertThat(refused.header("Heroku-Two-Factor-Required")).isEqualTo("true");
    var stale = now.minus(Duration.ofMinutes(11));
    assertRefused(alice.begin(identity -> identity.factorAt(stale)), 403, "two_factor");
  }

  @Test
  void the_old_app_counts_until_the_new_one_is_confirmed() {
    var alice = Person.named("alice");
    var old = alice.enrol(now);
    clock.advance(Duration.ofSeconds(30));
    var shown = clock.instant();
    var app = Person.scan(alice.begin(identity -> identity.factorAt(shown)));
    assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("PASSED");
    clock.advance(Duration.ofSeconds(30));

    assertThat(alice.confirm(app.codeAt(clock.instant())).status()).isEqualTo(200);

    clock.advance(Duration.ofSeconds(30));
    assertThat(alice.verify(old.codeAt(clock.instant()))).isEqualTo("WRONG");
    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    assertThat(factorsOf(alice)).hasSize(1);
    try (var log = EventLog.of(Topic.MFA)) {
      log.await(event -> event.fact(MfaEnabled.class).filter(alice(alice)).isPresent());
      assertThat(log.all(MfaEnabled.class, alice.account, Duration.ofSeconds(1)))
          .extracting(MfaEnabled::replaced)
          .containsExactly(false, true);
    }
  }

  @Test
  void a_refused_replacement_brings_the_old_app_back() {
    var alice = Person.named("alice");
    var old = alice.enrol(now);
    clock.advance(Duration.ofSeconds(30));
    var shown = clock.instant();
    var app = Person.scan(alice.begin(identity -> identity.factorAt(shown)));
    AuthStandIn.cascadesAnswer(409, "{}");

    assertRefused(alice.confirm(app.codeAt(shown)), 409, "account_changed");

    assertThat(alice.verify(app.codeAt(shown))).isEqualTo("WRONG");
    assertThat(alice.verify(old.codeAt(shown))).isEqualTo("PASSED");
  }

  private static Predicate<MfaEnabled> alice(Person alice) {
    return fact -> fact.account().equals(alice.account) && fact.replaced();
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
