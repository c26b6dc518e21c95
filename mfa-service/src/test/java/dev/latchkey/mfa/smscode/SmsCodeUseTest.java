package dev.latchkey.mfa.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attack 38: a code of a text message where a code is asked at sign-in. */
@QuarkusTest
class SmsCodeUseTest {

  private static final String CHALLENGE = "0b7c1d34-6a0f-4a52-9f6e-3d1c2b4a5968";
  private static final String ANOTHER = "1b7c1d34-6a0f-4a52-9f6e-3d1c2b4a5968";

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
  void a_code_is_sent_and_passes_as_what_it_is() {
    var asked = phone.recover();

    assertThat(asked.status()).isEqualTo(201);
    assertThat(asked.text("sms_number"))
        .isEqualTo("+49 •••••••• " + phone.number.substring(phone.number.length() - 2));
    assertThat(asked.json().path("expires_in").asInt()).isEqualTo(600);
    assertThat(asked.json().path("next_in").asInt()).isEqualTo(60);
    assertThat(phone.last().use()).isEqualTo(PhoneCode.Use.SIGN_IN);
    assertThat(phone.last().to()).isEqualTo(phone.number);
    var answer = phone.verified(phone.lastText(), false);
    assertThat(answer.text("outcome")).isEqualTo("PASSED");
    assertThat(answer.text("proof")).isEqualTo("sms");
  }

  @Test
  void a_code_is_taken_with_blanks_and_hyphens() {
    var code = sent();

    assertThat(phone.verify(code.substring(0, 4) + "-" + code.substring(4) + " "))
        .isEqualTo("PASSED");
  }

  @Test
  void a_wrong_an_old_a_used_and_no_code_have_one_answer() {
    var none = phone.verified("12345678", false);
    var code = sent();
    var wrong = phone.verified(other(code), false);
    assertThat(phone.verify(code)).isEqualTo("PASSED");
    var used = phone.verified(code, false);
    clock.advance(Duration.ofMinutes(1));
    var late = sent();
    clock.advance(Duration.ofMinutes(10));
    var old = phone.verified(late, false);
    var wrongTotp = phone.verified("000000", false);

    assertThat(List.of(none, wrong, used, old, wrongTotp))
        .extracting(answer -> answer.response().body())
        .containsOnly("{\"outcome\":\"WRONG\",\"retryAfterSeconds\":0}");
  }

  @Test
  void a_code_is_good_for_ten_minutes() {
    var code = sent();

    clock.advance(Duration.ofMinutes(10).minusMillis(1));

    assertThat(phone.verify(code)).isEqualTo("PASSED");
  }

  @Test
  void of_30_requests_with_one_code_exactly_one_passes() {
    var code = sent();

    var answers = IntStream.range(0, 30).mapToObj(i -> phone.verifyAsync(code)).toList();

    var outcomes =
        answers.stream()
            .map(CompletableFuture::join)
            .map((Answer answer) -> answer.text("outcome"))
            .toList();
    assertThat(outcomes).filteredOn("PASSED"::equals).hasSize(1);
    assertThat(outcomes).allMatch(List.of("PASSED", "WRONG", "LOCKED")::contains);
  }

  @Test
  void a_code_is_for_the_challenge_that_it_was_asked_for_with() {
    assertThat(phone.recover(CHALLENGE).status()).isEqualTo(201);
    var code = phone.lastText();

    assertThat(phone.verify(code, ANOTHER, "SIGN_IN")).isEqualTo("WRONG");
    assertThat(phone.verify(code, null, "SIGN_IN")).isEqualTo("WRONG");
    assertThat(phone.verify(code, CHALLENGE, "SIGN_IN")).isEqualTo("PASSED");
  }

  @Test
  void a_code_that_was_asked_for_with_the_password_alone_is_for_no_challenge() {
    var code = sent();

    assertThat(phone.verify(code, CHALLENGE, "SIGN_IN")).isEqualTo("WRONG");
    assertThat(phone.verify(code)).isEqualTo("PASSED");
  }

  @Test
  void a_code_dies_with_the_epoch() {
    var code = sent();

    phone.inEpoch(8);

    assertThat(phone.verify(code)).isEqualTo("WRONG");
  }

  @Test
  void a_code_of_another_account_is_wrong() {
    var code = sent();
    var dave = Person.named("dave");
    var unused = dave.enrol(clock.instant());
    var other = Phone.of(dave).validated();

    assertThat(other.verify(code)).isEqualTo("WRONG");
  }

  @Test
  void a_code_for_set_up_signs_nobody_in() {
    clock.advance(Duration.ofMinutes(1));
    var next = Phone.of(carol);
    var unused = next.set();

    assertThat(phone.verify(next.lastText())).isEqualTo("WRONG");
  }

  @Test
  void a_new_code_takes_the_old_ones_place_and_forgets_no_failure() {
    var old = sent();
    assertThat(phone.verify(other(old))).isEqualTo("WRONG");
    clock.advance(Duration.ofMinutes(1));

    var code = sent();

    assertThat(failures()).isEqualTo("1");
    assertThat(phone.verify(old)).isEqualTo("WRONG");
    assertThat(phone.verify(code)).isEqualTo("PASSED");
    assertThat(failures()).isEqualTo("0");
  }

  /** Attack 54, as far as this service sees to it. */
  @Test
  void a_text_message_is_no_step_up_and_costs_an_attempt() {
    var code = sent();

    for (int attempt = 0; attempt < 10; attempt++) {
      assertThat(phone.verify(code, null, "STEP_UP")).isEqualTo("WRONG");
    }

    assertThat(phone.verify(code, null, "STEP_UP")).isEqualTo("LOCKED");
    assertThat(phone.verify(code)).isEqualTo("LOCKED");
  }

  @Test
  void text_messages_and_app_share_the_attempts_of_a_quarter_of_an_hour() {
    var code = sent();
    IntStream.range(0, 5).forEach(i -> assertThat(phone.verify(other(code))).isEqualTo("WRONG"));
    IntStream.range(0, 5).forEach(i -> assertThat(phone.verify("000000")).isEqualTo("WRONG"));

    assertThat(phone.verify(code)).isEqualTo("LOCKED");
    assertThat(phone.verify(app.codeAt(clock.instant()))).isEqualTo("LOCKED");
  }

  @Test
  void a_right_text_gives_no_new_guesses_at_the_apps_codes() {
    IntStream.range(0, 9).forEach(i -> assertThat(phone.verify("000000")).isEqualTo("WRONG"));

    assertThat(phone.verify(sent())).isEqualTo("PASSED");

    assertThat(totpFailures()).isEqualTo("9");
    assertThat(phone.verify("000000")).isEqualTo("WRONG");
    assertThat(phone.verify("000000")).isEqualTo("LOCKED");
  }

  @Test
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

  @Test
  void who_waits_is_told_of_the_text_of_that_sign_in_and_of_no_other() {
    assertThat(phone.recover(CHALLENGE).status()).isEqualTo(201);
    var message = phone.lastRequest().message();
    assertThat(phone.showAtSignIn(CHALLENGE).json().path("delivery").path("state").asText())
        .isEqualTo("on_its_way");
    assertThat(phone.showAtSignIn(ANOTHER).json().path("delivery").isNull()).isTrue();

    OtherServiceSays.that(
        new MessageFailed(carol.account, clock.instant(), message, "undeliverable"));

    Awaitility.await()
        .untilAsserted(() ->
            assertThat(phone.showAtSignIn(CHALLENGE).json().path("delivery").path("state").asText())
                .isEqualTo("not_delivered"));
  }

  @Test
  void who_has_shown_the_password_alone_sees_no_more_than_the_masked_number() {
    clock.advance(Duration.ofMinutes(1));
    var next = Phone.of(carol);
    var unused = next.set();

    var shown = phone.showAtSignIn(null);

    assertThat(shown.text("sms_number")).isEqualTo(shown.text("number"));
    assertThat(shown.text("sms_number")).endsWith(phone.number.substring(12));
    assertThat(shown.json().path("delivery").isNull()).isTrue();
  }

  @Test
  void a_new_device_keeps_the_phone() {
    var now = clock.instant();
    var begun = carol.begin(identity -> identity.twoFactor(true).factorAt(now));
    var answer = carol.confirm(Person.scan(begun).codeAt(now));
    assertThat(answer.status()).isEqualTo(200);

    assertThat(phone.verify(sent())).isEqualTo("PASSED");
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
