package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static dev.latchkey.e2e.person.PhoneOwner.PATH;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.PhoneOwner;
import dev.latchkey.e2e.person.Texted;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.Timeout;

/**
 * The device is lost, the phone number is not: a code by SMS is the way back in. Attacks 35, 38 and
 * 41 to 45, with a provider that sends nothing in the place of Twilio.
 */
@OnThePlatform
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RecoveryPhoneIT {

  /**
   * Who has had a text waits for the next: these come last, and the others are no waste of time.
   */
  private static final int A_MINUTE_LATER = Integer.MAX_VALUE;

  /** A thousand by option. */
  private static final int PUMPED = Integer.getInteger("latchkey.e2e.pumped", 5);

  private static final Duration SOON = Slack.of(Duration.ofSeconds(30));

  private final Platform platform;
  private final Api api;
  private final Texted carol;
  private final Texted cindy;
  private final Texted chris;

  RecoveryPhoneIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    carol = platform.texted();
    cindy = platform.texted();
    chris = platform.texted();
  }

  @Test
  @Tag("attack-45")
  void the_text_says_who_it_is_from_and_for_where_and_nothing_else() {
    var text = carol.phone().text(1);

    assertThat(text).contains("Latchkey code to add this phone").doesNotContain("http");
    assertThat(text.lines().toList().getLast()).isEqualTo("@127.0.0.1 #" + carol.phone().code(1));
    assertThat(text).doesNotContain(carol.person().email());
  }

  @Test
  @Order(A_MINUTE_LATER)
  void a_lost_device_is_no_lost_account() {
    var person = carol.person();
    var asked = person.signingIn().send();
    String challenge = Known.secret(asked.text("/challenge/id"));
    assertThat(methods(asked)).contains("sms");

    var sent = carol.owner().recover(challenge);
    var code = carol.phone().code(2);
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(api.get(PATH).basic(person.email(), person.password()).send())
                .hasText("/delivery/state", "delivered"));
    var back = api.post("/sessions").challenge(challenge).code(code).send();

    assertThat(sent).hasStatus(201).isNotStored();
    assertThat(sent.text("/sms_number")).startsWith("+49 ").endsWith(" 01");
    assertThat(sent.body()).doesNotContain(carol.phone().number());
    assertThat(back).hasStatus(201);
    String token = Known.secret(back.text("/token"));
    assertThat(api.post("/account/recovery-codes").bearer(token).password(person.password()).send())
        .as("a text message is not enough for more than the sign-in")
        .isRefused(403, "two_factor");
    assertThat(api.delete("/account/two-factor").bearer(token).password(person.password()).send())
        .hasStatus(200);
    assertThat(person.signingIn().send()).hasStatus(201);
    assertThat(api.get("/account").bearer(token).send()).hasText("/sms_number", "null");
  }

  @Test
  @Order(A_MINUTE_LATER)
  void the_command_line_asks_with_the_password() {
    var shown = api.get(PATH).basic(cindy.person().email(), cindy.person().password()).send();
    var sent = cindy.owner().recover();
    var code = cindy.phone().code(2);

    var first =
        signingIn(cindy.person()).code(code.substring(0, 4) + " " + code.substring(4)).send();
    var again = signingIn(cindy.person()).code(code).send();

    assertThat(shown).hasStatus(200);
    assertThat(shown.text("/sms_number")).endsWith(" 01");
    assertThat(sent).hasStatus(201);
    assertThat(first).hasStatus(201);
    assertThat(again).isRefused(401, "invalid_two_factor_code");
    assertThat(api.get("/account").bearer(cindy.owner().session().token()).send())
        .hasText("/sms_number", shown.text("/sms_number"));
  }

  @Test
  @Tag("attack-35")
  void after_a_password_reset_a_text_message_is_not_enough() {
    var grace = owner("grace");
    grace.owns(platform.phone("1004"));
    var person = grace.person();
    person.reset(person.askForReset(), "another set of words altogether");

    var asked = person.signingIn().send();

    assertThat(asked).isRefused(403, "two_factor");
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(methods(person.signingIn().send())).doesNotContain("sms").contains("totp"));
    assertThat(grace.recover()).isRefused(422, "sms_not_usable");
    assertThat(person.signingIn().code(person.authenticator().freshCode()).send()).hasStatus(201);
  }

  @Test
  @Order(A_MINUTE_LATER)
  @Tag("attack-44")
  void another_number_counts_later_and_the_old_one_is_told() {
    var fresh = platform.phone("1005");
    assertThat(chris.owner().set(fresh)).hasStatus(200);
    assertThat(chris.owner().confirm(fresh.code(1))).hasStatus(200).hasText("/state", "waiting");

    assertThat(chris.phone().text(2)).contains("another phone").doesNotContain("http");
    chris.person().mailbox().mailAbout("recovery phone was changed");
    assertThat(chris.owner().show().text("/number")).endsWith(" 05");
    var unproven = api.delete(PATH).bearer(chris.owner().session().token()).send();
    assertThat(unproven).isRefused(403, "password_required");
  }

  @Test
  @Tag("attack-41")
  void a_landline_is_refused_and_an_internet_number_warned_of() {
    var owner = owner("lena");

    var landline = owner.set(platform.phone("9901"));
    var voip = owner.set(platform.phone("9903"));

    assertThat(landline).isRefused(422, "phone_number_refused");
    assertThat(voip).hasStatus(200);
    assertThat(voip.text("/warning")).contains("internet");
  }

  @Test
  void nobody_knows_what_line_it_is_and_the_code_comes_all_the_same() {
    var phone = platform.phone("9908");

    var answer = owner("nora").set(phone);

    assertThat(answer).hasStatus(200);
    assertThat(answer.text("/warning")).isNotEmpty();
    assertThat(phone.code(1)).hasSize(8);
  }

  @Test
  @Tag("attack-42")
  void a_provider_that_stumbles_sends_it_after_all_and_once() {
    var busy = platform.phone("9913");
    var broken = platform.phone("9914");
    var olga = owner("olga");
    var otto = owner("otto");

    assertThat(olga.set(busy)).hasStatus(200);
    assertThat(otto.set(broken)).hasStatus(200);

    assertThat(olga.confirm(busy.code(1))).hasStatus(200);
    assertThat(otto.confirm(broken.code(1))).hasStatus(200);
    assertThat(busy.texts()).hasSize(1);
    assertThat(broken.texts()).hasSize(1);
  }

  @Test
  @Tag("attack-42")
  void who_waits_is_told_that_no_text_will_come_and_goes_on_without() {
    var uma = owner("uma");
    var iris = owner("iris");

    uma.set(platform.phone("9910"));
    iris.set(platform.phone("9912"));

    for (var waiting : new PhoneOwner[] {uma, iris}) {
      await()
          .atMost(SOON)
          .untilAsserted(
              () -> assertThat(waiting.show()).hasText("/delivery/state", "not_delivered"));
      assertThat(waiting.person().signInWithCode().token()).isNotEmpty();
    }
  }

  /** An operator's stricter choices; and attack 40, whose long form takes a while. */
  @Test
  @Timeout(value = 60, unit = TimeUnit.MINUTES)
  @Tag("attack-40")
  void as_the_operator_says_internet_numbers_are_refused_and_ranges_capped() {
    var choices =
        Map.of("LATCHKEY_PHONE_POLICY_VOIP", "refuse", "LATCHKEY_SMS_PER_RANGE_AND_DAY", "3");
    try (var strict = platform.mfaWith(choices)) {
      var internet = platform.phone("9903");
      var answer = owner("victor").set(strict.api(), internet);
      assertThat(answer).isRefused(422, "phone_number_refused");
      assertThat(answer.text("/message")).contains("internet");
      assertThat(internet.texts()).isEmpty();

      var range = platform.phone("2000");
      int sent = 0;
      for (int i = 0; i < PUMPED; i++) {
        var next = range.neighbour("%04d".formatted(2000 + i));
        var pumped = owner("pump").set(strict.api(), next);
        assertThat(pumped.status()).isIn(200, 429);
        sent += pumped.ok() ? 1 : 0;
      }
      assertThat(sent).isEqualTo(3);
      assertThat(strict.mfaMetrics())
          .contains("latchkey_sms_capped_total{cap=\"sms-range\"} " + (PUMPED - 3) + ".0");
    }
  }

  private PhoneOwner owner(String name) {
    return PhoneOwner.of(api, platform.people().signedUp(name));
  }

  /** As the command line does. */
  private Call signingIn(Person person) {
    return api.post("/oauth/authorizations")
        .basic(person.email(), person.password())
        .json(Map.of("description", "command line"));
  }

  private static String methods(Answer asked) {
    return asked.json().at("/challenge/methods").toString();
  }
}
