package dev.latchkey.mfa.smscode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Attack 38: a code of a text message where a code is asked at sign-in. */
@QuarkusTest
class SmsCodeUseTest {

  private static final String CHALLENGE = "0b7c1d34-6a0f-4a52-9f6e-3d1c2b4a5968";
  private static final String ANOTHER = "1b7c1d34-6a0f-4a52-9f6e-3d1c2b4a5968";

  @Inject MovableClock clock;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_a_phone_that_counts() {
    NotificationStandIn.linesAre("mobile");
    clock.set(clock.instant());
    carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
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
    clock.advance(Duration.ofSeconds(61));
    var late = sent();
    clock.advance(Duration.ofMinutes(10));
    var old = phone.verified(late, false);
    var wrongTotp = phone.verified("000000", false);

    assertThat(List.of(none, wrong, used, old, wrongTotp))
        .extracting(answer -> answer.response().body())
        .containsOnly("{\"outcome\":\"WRONG\",\"proof\":null,\"retryAfterSeconds\":0}");
  }

  @Test
  @Tag("attack-38")
  void a_code_is_good_for_ten_minutes() {
    var code = sent();

    clock.advance(Duration.ofMinutes(10).minusMillis(1));

    assertThat(phone.verify(code)).isEqualTo("PASSED");
  }

  @Test
  @Tag("attack-38")
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
  @Tag("attack-38")
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
    clock.advance(Duration.ofSeconds(61));
    var next = Phone.of(carol);
    var unused = next.set();

    assertThat(phone.verify(next.lastText())).isEqualTo("WRONG");
  }

  /** Attack 42: who waits for nothing is told so. */
  @Test
  @Tag("attack-42")
  void who_waits_is_told_of_the_text_with_the_password() {
    assertThat(phone.recover(CHALLENGE).status()).isEqualTo(201);
    var message = phone.lastRequest().message();
    assertThat(phone.showAtSignIn().json().path("delivery").path("state").asText())
        .isEqualTo("on_its_way");

    OtherServiceSays.that(
        new MessageFailed(carol.account, clock.instant(), message, "undeliverable"));

    Awaitility.await()
        .untilAsserted(() ->
            assertThat(phone.showAtSignIn().json().path("delivery").path("state").asText())
                .isEqualTo("not_delivered"));
  }

  @Test
  void who_has_shown_the_password_alone_sees_no_more_than_the_masked_number() {
    clock.advance(Duration.ofSeconds(61));
    var next = Phone.of(carol);
    var unused = next.set();

    var shown = phone.showAtSignIn();

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

  private static String other(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }
}
