package dev.latchkey.mfa.phoneline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.NotificationStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Phone;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Attack 41: what is done about numbers that are no mobile phone's, as the policy comes. */
@QuarkusTest
class LinePolicyTest {

  @Inject MovableClock clock;

  private Person carol = Person.named("carol");
  private Phone phone = Phone.of(carol);

  @BeforeEach
  void carol_has_two_factor() {
    carol = Person.named("carol");
    var unused = carol.enrol(clock.instant());
    phone = Phone.of(carol);
  }

  @AfterEach
  void lines_are_mobiles() {
    NotificationStandIn.linesAre("mobile");
  }

  @Test
  void a_mobile_is_taken_without_a_word() {
    NotificationStandIn.linesAre("mobile");

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.json().path("warning").isNull()).isTrue();
    assertThat(NotificationStandIn.questionsAbout(phone.number))
        .singleElement()
        .satisfies(question -> assertThat(question.headers()).containsKey("Authorization"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"fixed_voip", "non_fixed_voip"})
  @Tag("attack-41")
  void an_internet_phone_is_taken_with_a_warning_that_stays(String type) {
    NotificationStandIn.linesAre(type);

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("warning")).contains("VoIP", "taken over", "recovery codes");
    assertThat(phone.show().text("warning")).isEqualTo(answer.text("warning"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"landline", "premium", "toll_free", "personal", "pager"})
  @Tag("attack-41")
  void lines_that_get_no_texts_or_dear_ones_are_refused_and_told_why(String type) {
    NotificationStandIn.linesAre(type);

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.id()).isEqualTo("phone_number_refused");
    assertThat(answer.text("message")).contains("text messages", "mobile phone");
    assertThat(phone.show().text("state")).isEqualTo("none");
    assertThat(Phone.texts(carol.account)).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {404, 429, 500, 503})
  void a_number_of_which_nobody_can_say_anything_is_taken_with_a_warning(int status) {
    NotificationStandIn.linesAnswer(status);

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("warning")).contains("could not find out");
  }

  @Test
  void nobody_waits_long_for_a_slow_provider() {
    NotificationStandIn.linesAnswerAfter(8_000);

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.text("warning")).contains("could not find out");
  }

  @Test
  @Tag("attack-41")
  void a_premium_number_is_one_whatever_its_seller_says() {
    NotificationStandIn.linesAre("mobile");

    var answer = Phone.of(carol, "+49 900 1123456").set();

    assertThat(answer.id()).isEqualTo("phone_number_refused");
  }

  @Test
  void a_word_that_is_not_known_is_an_unknown_line() {
    NotificationStandIn.linesAre("quantum");

    assertThat(phone.set().text("warning")).contains("could not find out");
  }

  @Test
  void look_ups_cost_money_and_are_twenty_a_day() {
    NotificationStandIn.linesAre("landline");
    for (int look = 0; look < 20; look++) {
      assertThat(phone.set().status()).isEqualTo(422);
    }

    var answer = phone.set();

    assertThat(answer.status()).isEqualTo(429);
    assertThat(answer.header("Retry-After")).isNotEmpty();
    assertThat(NotificationStandIn.questionsAbout(phone.number)).hasSize(20);
  }

  @Test
  @Tag("attack-41")
  void a_sixth_account_does_not_get_a_number_and_is_not_told_why() {
    NotificationStandIn.linesAre("mobile");
    var number = Phone.anyNumber();
    for (int owner = 0; owner < 5; owner++) {
      var person = Person.named("owner" + owner);
      var unused = person.enrol(clock.instant());
      var _ = Phone.of(person, number).validated();
    }

    var answer = Phone.of(carol, number).set();

    assertThat(answer.status()).isEqualTo(422);
    assertThat(answer.id()).isEqualTo("phone_number_refused");
    assertThat(answer.text("message")).doesNotContain("account");
  }
}
