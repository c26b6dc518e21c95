package dev.latchkey.mfa.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** How often a code of a text message may be guessed, and what it is not good for. */
@QuarkusTest
class SmsGuessingTest {

  @Inject MovableClock clock;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);
  private IndependentTotp app = IndependentTotp.typed("AAAAAAAA");

  @BeforeEach
  void carol_has_a_phone_that_counts() {
    NotificationStandIn.linesAre("mobile");
    clock.set(clock.instant());
    carol = Person.named("carol");
    app = carol.enrol(clock.instant());
    phone = Phone.of(carol).validated();
    clock.advance(Duration.ofDays(1));
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-12")
  @Tag("attack-38")
  void a_new_code_takes_the_old_ones_place_and_forgets_no_failure() {
    var old = sent();
    assertThat(phone.verify(other(old))).isEqualTo("WRONG");
    clock.advance(Duration.ofSeconds(61));

    var code = sent();

    assertThat(failures()).isEqualTo("1");
    assertThat(phone.verify(old)).isEqualTo("WRONG");
    assertThat(phone.verify(code)).isEqualTo("PASSED");
    assertThat(failures()).isEqualTo("0");
  }

  @Test
  @Tag("attack-54")
  void a_text_message_is_no_step_up_and_costs_an_attempt() {
    var code = sent();

    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(phone.verify(code, null, "STEP_UP")).isEqualTo("WRONG");
    }

    assertThat(phone.verify(code, null, "STEP_UP")).isEqualTo("LOCKED");
    assertThat(phone.verify(code)).isEqualTo("LOCKED");
  }

  @Test
  @Tag("attack-13")
  void text_messages_and_app_share_the_attempts_of_a_quarter_of_an_hour() {
    var code = sent();
    IntStream.range(0, 5).forEach(i -> assertThat(phone.verify(other(code))).isEqualTo("WRONG"));
    IntStream.range(0, 5).forEach(i -> assertThat(phone.verify("000000")).isEqualTo("WRONG"));

    assertThat(phone.verify(code)).isEqualTo("LOCKED");
    assertThat(phone.verify(app.codeAt(clock.instant()))).isEqualTo("LOCKED");
  }

  @Test
  @Tag("attack-12")
  void a_right_text_gives_no_new_guesses_at_the_apps_codes() {
    IntStream.range(0, 9).forEach(i -> assertThat(phone.verify("000000")).isEqualTo("WRONG"));

    assertThat(phone.verify(sent())).isEqualTo("PASSED");

    assertThat(totpFailures()).isEqualTo("9");
    assertThat(phone.verify("000000")).isEqualTo("WRONG");
    assertThat(phone.verify("000000")).isEqualTo("LOCKED");
  }

  @Test
  @Tag("attack-15")
  void a_guesser_does_not_lock_the_owner_out_of_a_known_device() {
    var code = sent();
    IntStream.range(0, 11).forEach(i -> phone.verify(other(code)));

    assertThat(phone.verify(code)).isEqualTo("LOCKED");
    assertThat(phone.verified(code, true).text("outcome")).isEqualTo("PASSED");
  }

  @Test
  void the_hundredth_wrong_code_in_a_row_switches_text_messages_off_and_the_owner_is_told() {
    var code = sent();
    Rows.change("update recovery_phone set failures = 99 where account = '" + carol.account + "'");

    assertThat(phone.verify(other(code))).isEqualTo("LOCKED");
    assertThat(phone.verify(code)).isEqualTo("LOCKED");

    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(SecondFactorExhausted.class, carol.account);
      assertThat(said.factor()).isEqualTo(Proof.SMS);
      assertThat(log.all(SecondFactorExhausted.class, carol.account, Duration.ofMillis(500)))
          .hasSize(1);
    }
    assertThat(phone.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
  }

  private String sent() {
    var answer = phone.recover();
    assertThat(answer.status()).isEqualTo(201);
    return phone.lastText();
  }

  private String failures() {
    return Rows.of("select failures from recovery_phone where account = '" + carol.account + "'")
        .getFirst();
  }

  private String totpFailures() {
    return Rows.of("select failures from totp_factor where account = '" + carol.account + "'")
        .getFirst();
  }

  private static String other(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }
}
