package dev.latchkey.mfa.recoveryphone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import dev.latchkey.mfa.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How a phone goes. */
@QuarkusTest
class PhoneRemovalTest {

  @Inject MovableClock clock;
  @Inject AddressSeal addresses;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_two_factor() {
    NotificationStandIn.linesAre("mobile");
    carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    phone = Phone.of(carol);
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void removed_it_is_gone_with_its_codes_and_the_old_number_is_told() {
    var unused = phone.validated();
    clock.advance(Duration.ofHours(24));
    assertThat(phone.recover().status()).isEqualTo(201);

    var answer = phone.remove();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("none");
    assertThat(phone.recover().status()).isEqualTo(404);
    assertThat(rowsOf(carol)).isEqualTo("0");
    assertThat(phone.remove().status()).isEqualTo(404);
    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(RecoveryPhoneRemoved.class, carol.account);
      assertThat(addresses.open(carol.account, said.oldNumber())).isEqualTo(phone.number);
    }
  }

  @Test
  void switching_two_factor_off_removes_the_phone() {
    var unused = phone.validated();

    var off =
        Service.ask(
            Verb.DELETE,
            Person.TWO_FACTOR,
            carol.identity().withPassword(Verb.DELETE, Person.TWO_FACTOR).header(),
            "");

    assertThat(off.status()).isEqualTo(200);
    assertThat(rowsOf(carol)).isEqualTo("0");
  }

  @Test
  void a_switching_off_that_is_refused_brings_the_phone_back() {
    var unused = phone.validated();
    clock.advance(Duration.ofHours(24));
    AuthStandIn.cascadesAnswer(503, "{}");
    var off =
        Service.ask(
            Verb.DELETE,
            Person.TWO_FACTOR,
            carol.identity().withPassword(Verb.DELETE, Person.TWO_FACTOR).header(),
            "");
    assertThat(off.text("cascade")).isEqualTo("pending");
    assertThat(phone.recover().status()).isEqualTo(404);

    var change =
        Rows.of("select retired_by from totp_factor where account = '%s'".formatted(carol.account));
    OtherServiceSays.that(
        new MfaChangeRefused(
            carol.account,
            clock.instant(),
            Change.TWO_FACTOR_DISABLED,
            EventId.of(change.getFirst()),
            "sealed"));

    Awaitility.await().untilAsserted(() -> assertThat(phone.recover().status()).isEqualTo(201));
  }

  @Test
  void a_closed_account_leaves_no_number() {
    var unused = phone.validated();

    OtherServiceSays.that(new AccountClosed(carol.account, clock.instant(), "sealed"));

    Awaitility.await().untilAsserted(() -> assertThat(rowsOf(carol)).isEqualTo("0"));
  }

  private static String rowsOf(Person person) {
    return Rows.of(
            """
            select (select count(*) from recovery_phone where account = '%1$s')
              + (select count(*) from sms_code where account = '%1$s')
            """
                .formatted(person.account))
        .getFirst();
  }
}
