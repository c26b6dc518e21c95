package dev.latchkey.mfa.recoveryphone;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import dev.latchkey.mfa.Service;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Setting up, confirming, showing and removing a phone. */
@QuarkusTest
class RecoveryPhoneTest {

  @Inject MovableClock clock;

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
  void a_number_is_sent_a_code_and_counts_for_nothing_until_it_came_back() {
    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("code_sent");
    assertThat(answer.text("number")).isEqualTo(masked(phone));
    assertThat(answer.json().path("sms_number").isNull()).isTrue();
    assertThat(answer.json().path("delivery").path("state").asText()).isEqualTo("on_its_way");
    assertThat(answer.header("Cache-Control")).contains("no-store");
    assertThat(phone.last().to()).isEqualTo(phone.number);
    assertThat(phone.last().use()).isEqualTo(PhoneCode.Use.SET_UP);
    assertThat(phone.lastText()).matches("[0-9]{8}");
    assertThat(phone.recover().status()).isEqualTo(404);
  }

  @Test
  void the_message_is_worthless_when_the_code_is() {
    var unused = phone.set();

    var request = phone.lastRequest();

    assertThat(Duration.between(request.at(), request.sendUntil()))
        .isEqualTo(Duration.ofMinutes(10));
  }

  @Test
  void the_right_code_makes_it_the_accounts_and_the_owner_is_told() {
    var unused = phone.set();

    var answer = phone.confirm(phone.lastText());

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("state")).isEqualTo("waiting");
    assertThat(answer.text("sms_number")).isEqualTo(masked(phone));
    assertThat(carol.status().text("recovery_phone")).isEqualTo(masked(phone));
    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(RecoveryPhoneAdded.class, carol.account);
      assertThat(said.masked()).isEqualTo(masked(phone));
      assertThat(said.oldNumber()).isNull();
      assertThat(Duration.between(said.at(), said.usableFrom())).isEqualTo(Duration.ofHours(24));
    }
  }

  @Test
  void a_wrong_an_expired_and_a_used_code_are_refused_alike() {
    var unused = phone.set();
    var code = phone.lastText();

    var wrong = phone.confirm(other(code));
    clock.advance(Duration.ofMinutes(9));
    var right = phone.confirm(code);
    var used = phone.confirm(code);

    assertThat(wrong.status()).isEqualTo(422);
    assertThat(wrong.id()).isEqualTo("invalid_two_factor_code");
    assertThat(right.status()).isEqualTo(200);
    assertThat(used.status()).isEqualTo(404);
  }

  @Test
  void a_code_is_over_after_ten_minutes() {
    var unused = phone.set();
    var code = phone.lastText();
    clock.advance(Duration.ofMinutes(10));

    assertThat(phone.confirm(code).status()).isEqualTo(404);
    assertThat(phone.show().text("state")).isEqualTo("none");
  }

  @Test
  void a_code_dies_with_the_epoch_that_it_was_asked_for_in() {
    var unused = phone.set();
    var code = phone.lastText();

    phone.inEpoch(8);

    assertThat(phone.confirm(code).status()).isEqualTo(422);
  }

  @Test
  @Tag("attack-38")
  void the_code_of_one_number_validates_no_other() {
    var unused = phone.set();
    var code = phone.lastText();
    clock.advance(Duration.ofSeconds(61));
    var another = Phone.of(carol);
    var _ = another.set();

    assertThat(another.confirm(code).status()).isEqualTo(422);
    assertThat(another.confirm(another.lastText()).status()).isEqualTo(200);
  }

  @Test
  void of_30_confirmations_exactly_one_is_told_to_the_owner() {
    var unused = phone.set();
    var code = phone.lastText();

    var answers = IntStream.range(0, 30).mapToObj(i -> phone.confirmAsync(code)).toList();

    assertThat(answers).filteredOn(answer -> answer.join().status() == 200).hasSize(1);
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.all(RecoveryPhoneAdded.class, carol.account, Duration.ofSeconds(1)))
          .hasSize(1);
    }
  }

  @Test
  void ten_wrong_codes_lock_the_set_up_and_nothing_else() {
    var app = Person.named("alice").enrol(clock.instant());
    assertThat(app).isNotNull();
    var unused = phone.set();
    var code = phone.lastText();

    IntStream.range(0, 10)
        .forEach(i -> assertThat(phone.confirm(other(code)).status()).isEqualTo(422));

    assertThat(phone.confirm(code).status()).isEqualTo(429);
    assertThat(carol.verify("000000")).isEqualTo("WRONG");
  }

  @Test
  void who_waits_is_told_when_no_text_will_come_and_nothing_is_blocked() {
    var unused = phone.set();
    var message = phone.lastRequest().message();

    OtherServiceSays.that(
        new MessageFailed(carol.account, clock.instant(), message, "undeliverable"));

    Awaitility.await()
        .untilAsserted(() ->
            assertThat(phone.show().json().path("delivery").toString())
                .isEqualTo("{\"state\":\"not_delivered\",\"reason\":\"undeliverable\"}"));
    OtherServiceSays.that(new MessageDelivered(carol.account, clock.instant(), message));
    Awaitility.await()
        .untilAsserted(() ->
            assertThat(phone.show().json().path("delivery").path("state").asText())
                .isEqualTo("delivered"));
    clock.advance(Duration.ofMinutes(10));
    assertThat(phone.show().text("state")).isEqualTo("none");
  }

  @Test
  void a_number_that_is_none_is_refused_by_name_and_nobody_is_asked() {
    var nonsense = Phone.of(carol, "0151 23456789");

    var answer = nonsense.set();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.id()).isEqualTo("invalid_params");
    assertThat(answer.text("message")).startsWith("number: ");
    assertThat(NotificationStandIn.questionsAbout("0151 23456789")).isEmpty();
  }

  @Test
  @Tag("attack-44")
  void password_and_second_factor_are_needed() {
    var bare = Service.ask(Verb.PUT, Phone.PATH, carol.identity().header(), "{\"number\":\"+1\"}");
    var old =
        phone.set(
            identity -> identity.twoFactor(false).factorAt(clock.instant().minusSeconds(660)));

    assertThat(bare.status()).isEqualTo(401);
    assertThat(old.status()).isEqualTo(403);
    assertThat(old.id()).isEqualTo("two_factor");
  }

  @Test
  void without_two_factor_there_is_no_phone() {
    var bob = Person.named("bob");
    var answer = Phone.of(bob).set();

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.text("resource")).isEqualTo("two_factor");
    assertThat(Phone.of(bob).recover().status()).isEqualTo(404);
  }

  @Test
  void an_account_that_changed_meanwhile_keeps_what_it_has() {
    AuthStandIn.epochIs(carol.account, 8);

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(409);
    assertThat(answer.id()).isEqualTo("account_changed");
  }

  private static String masked(Phone phone) {
    return "+49 •••••••• " + phone.number.substring(phone.number.length() - 2);
  }

  private static String other(String code) {
    return code.startsWith("0") ? "1" + code.substring(1) : "0" + code.substring(1);
  }
}
