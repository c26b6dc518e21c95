package dev.latchkey.mfa.recoveryphone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 44: a new number counts for nothing until its owner had time to hear of it. */
@QuarkusTest
class PhoneDelayTest {

  private static final Duration DELAY = Duration.ofHours(24);

  @Inject MovableClock clock;
  @Inject AddressSeal addresses;
  @Inject RecoveryPhoneSweeping sweeping;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_a_phone() {
    NotificationStandIn.linesAre("mobile");
    carol = Person.named("carol");
    clock.set(clock.instant());
    var unused = carol.enrol(clock.instant());
    phone = Phone.of(carol).validated();
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-44")
  void a_first_number_counts_after_the_delay_and_not_before() {
    clock.advance(DELAY.minusSeconds(1));
    var early = phone.recover();
    assertThat(early.status()).isEqualTo(422);
    assertThat(early.id()).isEqualTo("sms_not_usable");
    assertThat(early.header("Retry-After")).isEqualTo("1");
    assertThat(carol.due().json().path("methods").toString()).isEqualTo("[\"totp\"]");

    clock.advance(Duration.ofSeconds(1));

    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(carol.due().json().path("methods").toString()).isEqualTo("[\"totp\",\"sms\"]");
    assertThat(phone.show().text("state")).isEqualTo("usable");
  }

  @Test
  @Tag("attack-44")
  void until_a_new_number_counts_codes_go_to_the_old_one() {
    clock.advance(DELAY);
    var next = Phone.of(carol).validated();
    clock.advance(Duration.ofSeconds(61));

    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(phone.last().to()).isEqualTo(phone.number);
    assertThat(next.show().text("state")).isEqualTo("waiting");

    clock.advance(DELAY);

    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(phone.last().to()).isEqualTo(next.number);
  }

  @Test
  @Tag("attack-44")
  void the_old_number_is_told_of_the_new_one() {
    clock.advance(DELAY);

    var unused = Phone.of(carol).validated();

    try (var log = EventLog.of(Topic.MFA)) {
      var said =
          log.await(event ->
                  event
                      .fact(RecoveryPhoneAdded.class)
                      .filter(fact -> fact.account().equals(carol.account))
                      .filter(fact -> fact.oldNumber() != null)
                      .isPresent())
              .fact(RecoveryPhoneAdded.class)
              .orElseThrow();
      assertThat(addresses.open(carol.account, Objects.requireNonNull(said.oldNumber())))
          .isEqualTo(phone.number);
    }
  }

  @Test
  void a_code_to_the_old_number_dies_when_the_new_one_begins_to_count() {
    clock.advance(DELAY);
    var unused = Phone.of(carol).validated();
    clock.advance(DELAY.minusMinutes(1));
    assertThat(phone.recover().status()).isEqualTo(201);
    var code = phone.lastText();

    clock.advance(Duration.ofMinutes(1));

    assertThat(phone.verify(code)).isEqualTo("WRONG");
  }

  @Test
  void the_owner_undoes_a_change_by_setting_the_old_number_again() {
    clock.advance(DELAY);
    var thief = Phone.of(carol).validated();
    clock.advance(Duration.ofSeconds(61));

    var unused = phone.validated();

    clock.advance(DELAY);
    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(phone.last().to()).isEqualTo(phone.number).isNotEqualTo(thief.number);
  }

  @Test
  void to_remove_the_phone_first_makes_no_new_one_count_sooner() {
    clock.advance(DELAY);
    assertThat(phone.remove().status()).isEqualTo(200);

    var next = Phone.of(carol).validated();

    assertThat(next.recover().id()).isEqualTo("sms_not_usable");
  }

  @Test
  void a_number_is_erased_when_the_next_one_counts() {
    clock.advance(DELAY);
    var unused = Phone.of(carol).validated();
    sweep();
    assertThat(numbersOf(carol)).isEqualTo("2");

    clock.advance(DELAY);
    sweep();

    assertThat(numbersOf(carol)).isEqualTo("1");
  }

  private void sweep() {
    var unused = sweeping.sweep().await().indefinitely();
  }

  private static String numbersOf(Person person) {
    return Rows.of("select count(*) from recovery_phone where account = '" + person.account + "'")
        .getFirst();
  }
}
