package dev.latchkey.e2e.journey;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.http.Salvo;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** The phone is gone: ten codes on a piece of paper are the way back in. */
@OnThePlatform
@Isolated
class RecoveryCodesIT {

  private static final String PATH = "/account/recovery-codes";
  private static final String WRONG_CODE = "0000-0000-0000-0000";

  private final Platform platform;
  private final Api api;
  private Person dave;
  private SignedIn here;
  private List<String> codes = List.of();

  RecoveryCodesIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    dave = platform.people().stranger("dave");
    here = new SignedIn("", "", "");
  }

  @BeforeEach
  void dave_has_two_factor_and_ten_codes() {
    dave = platform.people().signedUp("dave");
    here = dave.signIn("laptop");
    dave.enrol(here);
    codes = issued(issuing().code(dave.authenticator().freshCode()).send());
  }

  @Test
  void a_lost_phone_is_replaced_by_way_of_a_recovery_code() {
    var asked = dave.signingIn().send();
    var back = answer(asked.text("/challenge/id"), codes.getFirst().toUpperCase(Locale.ROOT));

    assertThat(asked).isRefused(403, "two_factor").hasText("/challenge/methods/1", "recovery_code");
    assertThat(back)
        .hasStatus(201)
        .isNotStored()
        .hasText("/recovery_codes_left", "9")
        .hasText("/next/0", "set_up_two_factor_anew");
    var session = new SignedIn(back.text("/id"), Known.secret(back.text("/token")), "");
    assertThat(twoFactor(session)).hasText("/recovery_codes_left", "9");

    // The recovery code was the second factor that replacing the device asks for.
    var lost = dave.authenticator();
    dave.enrol(session);

    assertThat(dave.signingIn().code(lost.freshCode()).send())
        .isRefused(401, "invalid_two_factor_code");
    assertThat(dave.signingIn().code(dave.authenticator().freshCode()).send()).hasStatus(201);
    assertThat(dave.signingIn().code(codes.get(1)).send()).hasStatus(201);
    told(session, "recovery_codes_issued", "recovery_code_used", "mfa_enabled");
  }

  @Test
  void a_used_code_has_the_answer_of_any_wrong_code() {
    assertThat(dave.signingIn().code(codes.getFirst()).send()).hasStatus(201);

    var used = dave.signingIn().code(codes.getFirst()).send();
    var wrong = dave.signingIn().code(WRONG_CODE).send();
    var wrongOfTheApp = dave.signingIn().code(dave.authenticator().wrongCode()).send();

    assertThat(used).isRefused(401, "invalid_two_factor_code");
    assertThat(used.body()).isEqualTo(wrong.body()).isEqualTo(wrongOfTheApp.body());
  }

  @Test
  @Tag("attack-28")
  void new_codes_kill_the_old_ones_for_a_sign_in_that_waits_at_the_prompt() {
    var waiting = dave.challenge();

    var fresh = issued(issuing().send());

    assertThat(answer(waiting, codes.getFirst())).isRefused(401, "invalid_two_factor_code");
    assertThat(answer(waiting, fresh.getFirst())).hasStatus(201);
    assertThat(fresh).hasSize(10).doesNotContainAnyElementsOf(codes);
  }

  @Test
  @Tag("attack-27")
  void one_code_in_30_requests_at_once_signs_in_once_and_one_code_is_gone() {
    // As many on their way as can be hashed in time; who is turned away is not looked at.
    var answers = Salvo.answered(30, 4, i -> dave.signingIn().code(codes.getFirst()));

    assertThat(answers).hasSize(30);
    // None, where the machine was too busy to answer the one that passed in time.
    assertThat(Salvo.count(answers, 201)).isLessThanOrEqualTo(1);
    assertThat(twoFactor(here)).hasText("/recovery_codes_left", "9");
    assertThat(unused()).isEqualTo(9);
  }

  @Test
  @Tag("attack-30")
  void ten_wrong_codes_lock_recovery_codes_and_not_the_app() {
    for (int i = 0; i < 10; i++) {
      assertThat(dave.signingIn().code(WRONG_CODE).send())
          .isRefused(401, "invalid_two_factor_code");
    }

    assertThat(dave.signingIn().code(codes.getFirst()).send()).isRefused(429, "rate_limit");
    assertThat(dave.signingIn().code(dave.authenticator().freshCode()).send()).hasStatus(201);
  }

  /** Attack 31. */
  @Test
  @Tag("attack-31")
  void three_or_fewer_left_are_warned_of() {
    Answer last = dave.signingIn().code(codes.getFirst()).send();
    for (var code : codes.subList(1, 7)) {
      last = dave.signingIn().code(code).send();
    }

    assertThat(last)
        .hasText("/recovery_codes_left", "3")
        .hasText("/next/1", "renew_recovery_codes");
  }

  @Test
  @Tag("attack-29")
  void viewing_asks_for_both_proofs_and_is_announced() {
    var back = dave.signingIn().code(codes.getFirst()).send();
    var noPassword = api.get(PATH).bearer(here.token()).send();
    var wrongPassword =
        api.get(PATH).bearer(here.token()).password("something else entirely").send();
    var key = dave.apiKey(here);
    var noCode = api.get(PATH).bearer(key).password(dave.password()).send();

    var viewed = api.get(PATH).bearer(back.text("/token")).password(dave.password()).send();

    assertThat(noPassword).isRefused(403, "password_required");
    assertThat(wrongPassword).isRefused(422, "invalid_password");
    assertThat(noCode).isRefused(403, "two_factor");
    assertThat(noCode.header(Headers.TWO_FACTOR_REQUIRED)).contains("true");
    assertThat(viewed).hasStatus(200).isNotStored().hasText("/recovery_codes_left", "9");
    assertThat(texts(viewed.json().path("recovery_codes"))).isEqualTo(codes.subList(1, 10));
    told(here, "recovery_codes_viewed");
  }

  @Test
  void switched_off_they_are_worth_nothing_and_not_after_it_is_on_again() {
    dave.disable(here);

    assertThat(issuing().send()).hasStatus(404).hasText("/resource", "two_factor");
    assertThat(dave.signingIn().send()).hasStatus(201);
    dave.enrol(here);
    assertThat(dave.signingIn().code(codes.getFirst()).send())
        .isRefused(401, "invalid_two_factor_code");
    assertThat(twoFactor(here)).hasText("/recovery_codes_left", "0");
  }

  private Call issuing() {
    return api.post(PATH).bearer(here.token()).password(dave.password());
  }

  private static List<String> issued(Answer answer) {
    assertThat(answer).hasStatus(201).isNotStored();
    var texts = texts(answer.json());
    texts.forEach(code -> Known.secret(code.replace("-", "")));
    return texts.stream().map(Known::secret).toList();
  }

  private Answer answer(String challenge, String code) {
    return api.post("/sessions").challenge(challenge).code(code).send();
  }

  private Answer twoFactor(SignedIn session) {
    return api.get("/account/two-factor").bearer(session.token()).send();
  }

  private void told(SignedIn session, String... types) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() ->
            assertThat(api.get("/account/security-log").bearer(session.token()).send().body())
                .contains(types));
  }

  /** As PostgreSQL has them. */
  private long unused() {
    return platform
        .postgres()
        .number(
            Owner.MFA,
            """
            select count(*) from recovery_code c join recovery_code_set s on s.id = c.code_set
            where s.account = ? and c.used_at is null
            """,
            UUID.fromString(dave.account(here)));
  }

  private static List<String> texts(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::asText).toList();
  }
}
