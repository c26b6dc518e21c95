package dev.latchkey.mfa.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 35: who has taken over mailbox and phone number has both of a sign-in's factors. */
@QuarkusTest
class AfterResetTest {

  @Inject MovableClock clock;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);
  private IndependentTotp app = IndependentTotp.typed("AAAAAAAA");
  private List<String> recoveryCodes = List.of();

  @BeforeEach
  void carol_has_a_phone_that_counts() {
    NotificationStandIn.linesAre("mobile");
    clock.set(clock.instant());
    carol = Person.named("carol");
    app = carol.enrol(clock.instant());
    recoveryCodes = carol.newCodes();
    phone = Phone.of(carol).validated();
    clock.advance(Duration.ofDays(1));
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-35")
  void for_a_day_after_a_password_reset_a_text_message_is_no_second_factor() {
    assertThat(carol.due().text("methods") + carol.due().json().path("methods")).contains("sms");
    phone.inEpoch(8);
    heard(Change.PASSWORD_RESET, 8);

    Awaitility.await().until(() -> !carol.due().json().path("methods").toString().contains("sms"));
    var answer = phone.recover();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.id()).isEqualTo("sms_not_usable");
    assertThat(answer.text("message")).contains("password reset", "recovery code");
    assertThat(phone.show().text("state")).isEqualTo("waiting");
    assertThat(phone.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    assertThat(phone.verify(recoveryCodes.getFirst())).isEqualTo("PASSED");
    clock.advance(Duration.ofDays(1));
    assertThat(phone.recover().status()).isEqualTo(201);
    assertThat(phone.verify(phone.lastText())).isEqualTo("PASSED");
  }

  @Test
  @Tag("attack-35")
  void a_code_from_before_the_reset_is_wrong_after_it() {
    assertThat(phone.recover().status()).isEqualTo(201);
    var code = phone.lastText();
    heard(Change.PASSWORD_RESET, 7);
    Awaitility.await().until(() -> !carol.due().json().path("methods").toString().contains("sms"));

    assertThat(phone.verify(code)).isEqualTo("WRONG");
  }

  /** Kafka may be slow or down: what is not known might be a reset. */
  @Test
  @Tag("attack-35")
  void a_cut_that_was_not_heard_of_yet_counts_as_a_reset_until_it_is() {
    phone.inEpoch(8);

    var answer = phone.recover();
    assertThat(answer.status()).isEqualTo(503);
    assertThat(answer.header("Retry-After")).isEqualTo("2");

    heard(Change.PASSWORD_CHANGED, 8);
    Awaitility.await().until(() -> phone.recover().status() == 201);
    assertThat(phone.verify(phone.lastText())).isEqualTo("PASSED");
  }

  @Test
  void a_changed_password_leaves_text_messages_as_they_are() {
    heard(Change.PASSWORD_CHANGED, 8);
    phone.inEpoch(8);

    Awaitility.await().until(() -> phone.recover().status() == 201);
  }

  private void heard(Change cause, int epoch) {
    OtherServiceSays.that(
        new SessionsRevoked(
            carol.account, clock.instant(), cause, null, null, null, List.of(), epoch, "sealed"));
  }
}
