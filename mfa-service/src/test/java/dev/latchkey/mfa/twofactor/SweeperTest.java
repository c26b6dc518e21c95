package dev.latchkey.mfa.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class SweeperTest {

  @Inject MovableClock clock;
  @Inject Sweeper sweeper;

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-22")
  void an_unconfirmed_secret_is_erased_after_ten_minutes() {
    var alice = Person.named("alice");
    var unused = alice.begin();
    clock.advance(Duration.ofMinutes(9));
    sweep();
    assertThat(secretsOf(alice)).isEqualTo("1");

    clock.advance(Duration.ofMinutes(1));
    sweep();

    assertThat(secretsOf(alice)).isEqualTo("0");
  }

  @Test
  void a_retired_secret_is_kept_while_its_cascade_is_open_however_long() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    clock.advance(Duration.ofSeconds(30));
    var shown = clock.instant();
    var app = Person.scan(alice.begin(identity -> identity.factorAt(shown)));
    AuthStandIn.cascadesAnswer(503, "{}");
    assertThat(alice.confirm(app.codeAt(shown)).text("cascade")).isEqualTo("pending");
    assertThat(secretsOf(alice)).isEqualTo("2");

    clock.advance(Duration.ofDays(30));
    sweep();

    assertThat(secretsOf(alice)).isEqualTo("2");
  }

  @Test
  void a_closed_account_leaves_no_secret() {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    var now = clock.instant();
    var unused = alice.begin(identity -> identity.factorAt(now));
    assertThat(secretsOf(alice)).isEqualTo("2");

    var id = OtherServiceSays.that(new AccountClosed(alice.account, clock.instant(), "sealed"));

    Awaitility.await().untilAsserted(() -> assertThat(secretsOf(alice)).isEqualTo("0"));
    assertThat(alice.verify(app.codeAt(now))).isEqualTo("NOT_ENROLLED");
    OtherServiceSays.again(id, new AccountClosed(alice.account, clock.instant(), "sealed"));
  }

  private void sweep() {
    var unused = sweeper.sweep().await().indefinitely();
  }

  private static String secretsOf(Person person) {
    return Rows.of(
            """
            select (select count(*) from totp_factor where account = '%1$s')
              + (select count(*) from enrolment where account = '%1$s')
            """
                .formatted(person.account))
        .getFirst();
  }
}
