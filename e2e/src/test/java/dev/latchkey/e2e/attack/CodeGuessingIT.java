package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.http.Salvo;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SecondWayIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;

/** Codes are tried: again, all at once, by whoever has the password. */
@OnThePlatform
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CodeGuessingIT {

  private static final int BUDGET = 10;
  private static final Duration SOON = Slack.of(Duration.ofSeconds(15));

  /** As many as two cores serve in time, mostly. */
  private static final int AT_ONCE = 16;

  /** Signing in so often takes a hash each; 1000 by option. */
  private static final int CHALLENGES = Integer.getInteger("latchkey.e2e.challenges", 50);

  /** What a botnet sends; 10000 by option. */
  private static final int WRONG_PASSWORDS =
      Integer.getInteger("latchkey.e2e.wrong-passwords", 500);

  private static final Duration CALM = Duration.ofMillis(150);

  private final Platform platform;
  private final Api api;
  private Person erin;
  private SignedIn here;
  private String account = "";
  private SecondWayIn second;

  CodeGuessingIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    second = platform.secondWayIn();
    erin = platform.people().stranger("erin");
    here = new SignedIn("", "", "");
  }

  /** A process that has just started turns most of a salvo away, and that would prove little. */
  @BeforeAll
  void the_second_way_in_is_used_to_work() {
    erin_has_two_factor();
    var wrong = erin.authenticator().wrongCode();
    var answers = Salvo.of(200, 4, _ -> addingSshKey(second.api(), here.token(), wrong));
    assertThat(Salvo.count(answers, 429)).isPositive();
  }

  @AfterAll
  void one_way_in_is_enough_again() {
    second.close();
  }

  /** Two replicas of everything that looks at a code: every other call goes to the second ones. */
  private Api either(int call) {
    return call % 2 == 0 ? api : second.api();
  }

  @BeforeEach
  void erin_has_two_factor() {
    erin = platform.people().signedUp("erin");
    here = erin.signIn();
    account = erin.account(here);
    erin.enrol(here);
    awaitCalm();
  }

  /**
   * What the salvo of the test before has left is worked off; a 503 in place of a no says little.
   */
  private void awaitCalm() {
    await()
        .atMost(Slack.of(Duration.ofSeconds(60)))
        .during(Duration.ofMillis(500))
        .until(() -> {
          long begun = System.nanoTime();
          var answer = api.get("/account/two-factor").bearer(here.token()).send();
          return answer.ok() && System.nanoTime() - begun < CALM.toNanos();
        });
  }

  @Test
  @Tag("attack-3")
  void one_code_in_200_requests_at_once_passes_once() {
    var key = erin.apiKey(here);
    var code = erin.authenticator().freshCode();

    var answers = Salvo.answered(200, AT_ONCE, i -> addingSshKey(either(i), key, code));

    assertThat(answers).hasSize(200);
    assertNoMoreThanOne(answers);
    int passed = (int) Salvo.count(answers, 201);
    assertThat(api.get("/account/keys").bearer(here.token()).send().json().size())
        .isBetween(passed, 1);
    assertSaid("SshKeyAdded", passed, 1);
  }

  @Test
  @Tag("attack-3")
  void one_code_for_eight_challenges_at_once_signs_in_once() {
    var challenges = challenges(8);
    var code = erin.authenticator().freshCode();

    var answers = Salvo.answered(40, 8, i -> answering(either(i), challenges.get(i % 8), code));

    assertThat(answers).hasSize(40);
    assertNoMoreThanOne(answers);
    // The first sign-in, before two-factor, was one too.
    assertSaid("SignedIn", 1 + (int) Salvo.count(answers, 201), 2);
  }

  @Test
  @Tag("attack-11")
  void of_500_wrong_codes_in_parallel_exactly_ten_are_looked_at() {
    var wrong = erin.authenticator().wrongCode();
    var key = erin.apiKey(here);

    var answers = Salvo.answered(500, AT_ONCE, i -> addingSshKey(either(i), key, wrong));

    assertThat(failures()).as("%s", statuses(answers)).isEqualTo(BUDGET);
    assertThat(Salvo.count(answers, 403)).as("%s", statuses(answers)).isBetween(1L, 0L + BUDGET);
    assertThat(Salvo.count(answers, 403) + Salvo.count(answers, 429))
        .as("%s", statuses(answers))
        .isEqualTo(500);
    assertThat(answers)
        .filteredOn(answer -> answer.status() == 429)
        .allSatisfy(locked -> {
          assertThat(locked).isRefused(429, "rate_limit");
          assertThat(locked.header("Retry-After")).isPresent();
        });
    assertThat(addingSshKey(key, erin.authenticator().freshCode()).send())
        .as("the right code, too late")
        .satisfies(late -> assertThat(late).isRefused(429, "rate_limit"));
  }

  /**
   * More than the machine can serve in a second: what is turned away must not have been looked at.
   */
  @Test
  @Tag("attack-11")
  void a_flood_of_500_at_once_gets_no_guess_beyond_the_ten() {
    var wrong = erin.authenticator().wrongCode();
    var key = erin.apiKey(here);

    var flood = Salvo.of(500, i -> addingSshKey(either(i), key, wrong));
    var after = Salvo.of(100, 5, i -> addingSshKey(either(i), key, wrong));

    assertThat(statuses(flood).keySet()).isSubsetOf(403, 429, 503);
    assertThat(Salvo.count(flood, 403)).as("%s", statuses(flood)).isLessThanOrEqualTo(BUDGET);
    assertThat(after.getLast()).isRefused(429, "rate_limit");
    // Less, where an attempt was taken and the machine was too busy to look at it.
    assertThat(failures())
        .as("%s, then %s", statuses(flood), statuses(after))
        .isBetween(1L, 0L + BUDGET);
  }

  @Test
  @Tag("attack-9")
  void five_wrong_codes_kill_a_challenge() {
    var challenge = erin.challenge();
    for (int i = 0; i < 5; i++) {
      assertThat(answering(challenge, erin.authenticator().wrongCode()).send())
          .isRefused(401, "invalid_two_factor_code");
    }

    var right = answering(challenge, erin.authenticator().freshCode()).send();

    assertThat(right.status()).isEqualTo(401);
    assertThat(answering(erin.challenge(), erin.authenticator().freshCode()).send()).hasStatus(201);
  }

  /** AuthQuake: whoever has the password takes many challenges and tries all of them at once. */
  @Test
  @Tag("attack-10")
  void challenges_in_parallel_share_one_budget_and_the_owner_hears_of_it() {
    var challenges = challenges(CHALLENGES);
    var wrong = erin.authenticator().wrongCode();

    var answers =
        Salvo.of(
            CHALLENGES * BUDGET,
            25,
            i -> answering(either(i), challenges.get(i % CHALLENGES), wrong));

    assertThat(Salvo.count(answers, 201)).isZero();
    assertThat(failures()).as("%s", statuses(answers)).isEqualTo(BUDGET);
    assertThat(wrongCodes(answers)).as("%s", statuses(answers)).isPositive();
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(refusedForTheCode())
                .as("said, of %s", statuses(answers))
                .isBetween(wrongCodes(answers), 0L + BUDGET));
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(api.get("/account/security-log").bearer(here.token()).send().body())
                .contains("sign_in_refused"));
  }

  @Test
  @Tag("attack-12")
  void neither_a_right_password_nor_a_new_challenge_resets_the_budget() {
    for (int i = 0; i < BUDGET; i++) {
      var answer = answering(erin.challenge(), erin.authenticator().wrongCode()).send();
      assertThat(answer).isRefused(401, "invalid_two_factor_code");
    }

    var late = answering(erin.challenge(), erin.authenticator().freshCode()).send();

    assertThat(late).isRefused(429, "rate_limit");
    assertThat(addingSshKey(here.token(), erin.authenticator().freshCode()).send())
        .isRefused(429, "rate_limit");
    assertThat(failures()).isEqualTo(BUDGET);
  }

  @Test
  @Tag("attack-17")
  void the_budget_outlives_a_redis_that_forgot_everything() {
    for (int i = 0; i < BUDGET; i++) {
      var unused = answering(erin.challenge(), erin.authenticator().wrongCode()).send();
    }
    platform.redis().flush();

    var after =
        IntStream.range(0, 5)
            .mapToObj(i -> answering(erin.challenge(), erin.authenticator().wrongCode()).send())
            .toList();

    assertThat(after).allSatisfy(answer -> assertThat(answer).isRefused(429, "rate_limit"));
    assertThat(failures()).isEqualTo(BUDGET);
  }

  @Test
  @Tag("attack-15")
  @Tag("attack-16")
  void a_known_device_signs_in_while_strangers_have_used_the_budget_up() {
    var known = erin.signInWithCode();
    assertThat(known.device()).startsWith("lkdv_");
    var guesses = Salvo.of(8, i -> erin.signingIn().code(erin.authenticator().wrongCode()));
    assertThat(guesses).isNotEmpty();
    useUpTheCodes();
    useUpThePassword();
    var botnet =
        Salvo.of(
            WRONG_PASSWORDS, 25, i -> either(i).post("/sessions").basic(erin.email(), "no " + i));
    assertThat(Salvo.count(botnet, 201)).isZero();

    var stranger = erin.signingIn().send();
    var challenged = erin.signingIn().device(known.device()).send();
    var owner =
        answering(challenged.text("/challenge/id"), erin.authenticator().freshCode()).send();

    assertThat(stranger).isRefused(429, "rate_limit");
    assertThat(challenged).isRefused(403, "two_factor");
    assertThat(owner).hasStatus(201);
    assertThat(api.get("/account").bearer(here.token()).send()).hasStatus(200);
  }

  @Test
  @Tag("attack-2")
  @Tag("attack-25")
  void wrong_expired_and_replayed_codes_have_one_answer() {
    var used = erin.authenticator().freshCode();
    assertThat(erin.signingIn().code(used).send()).hasStatus(201);

    var wrong = erin.signingIn().code(erin.authenticator().wrongCode()).send();
    var expired = erin.signingIn().code(erin.authenticator().codeAt(-5)).send();
    var future = erin.signingIn().code(erin.authenticator().codeAt(5)).send();
    var replayed = erin.signingIn().code(used).send();
    var nonsense = erin.signingIn().code("12ab!").send();

    assertThat(wrong).isRefused(401, "invalid_two_factor_code");
    assertThat(List.of(expired, future, replayed, nonsense))
        .allSatisfy(other -> {
          assertThat(other.status()).isEqualTo(wrong.status());
          assertThat(other.body()).isEqualTo(wrong.body());
          assertThat(names(other)).isEqualTo(names(wrong));
        });
  }

  @Test
  @Tag("attack-2")
  void a_used_code_in_two_requests_within_a_second_is_refused_the_second_time() {
    var key = erin.apiKey(here);
    var code = erin.authenticator().freshCode();

    var first = addingSshKey(key, code).send();
    var second = addingSshKey(key, code).send();

    assertThat(first).hasStatus(201);
    assertThat(second).isRefused(403, "two_factor");
  }

  private Call answering(String challenge, String code) {
    return answering(api, challenge, code);
  }

  private static Call answering(Api api, String challenge, String code) {
    return api.post("/sessions").challenge(challenge).code(code);
  }

  private long refusedForTheCode() {
    return platform.events().about(account, "SignInRefused").stream()
        .filter(heard -> heard.json().path("reason").asText().equals("WRONG_SECOND_FACTOR"))
        .count();
  }

  /** None at all where the machine was too busy to answer the one that passed in time. */
  private static void assertNoMoreThanOne(List<Answer> answers) {
    assertThat(Salvo.count(answers, 201)).as("%s", statuses(answers)).isLessThanOrEqualTo(1);
  }

  /** The event log counts as the answers do; one may have been given too late to arrive. */
  private void assertSaid(String fact, int least, int most) {
    await()
        .atMost(SOON)
        .untilAsserted(() ->
            assertThat(platform.events().about(account, fact).size())
                .as(fact)
                .isBetween(least, most));
  }

  /** Answers that say that a guess was looked at. */
  private static long wrongCodes(List<Answer> answers) {
    return answers.stream()
        .filter(answer -> answer.body().contains("invalid_two_factor_code"))
        .count();
  }

  private Call addingSshKey(String token, String code) {
    return addingSshKey(api, token, code);
  }

  private static Call addingSshKey(Api api, String token, String code) {
    return api.post("/account/keys")
        .bearer(token)
        .code(code)
        .json(Map.of("public_key", SshKeys.line("guess")));
  }

  private List<String> challenges(int count) {
    return IntStream.range(0, count).mapToObj(_ -> erin.challenge()).toList();
  }

  private void useUpTheCodes() {
    Answer answer;
    do {
      answer = erin.signingIn().code(erin.authenticator().wrongCode()).send();
    } while (answer.status() == 401 || answer.status() == 503);
    assertThat(answer).isRefused(429, "rate_limit");
  }

  private void useUpThePassword() {
    Answer answer;
    do {
      answer = api.post("/sessions").basic(erin.email(), "something else entirely").send();
    } while (answer.status() == 401 || answer.status() == 503);
    assertThat(answer).isRefused(429, "rate_limit");
  }

  /** Guesses that were looked at, as PostgreSQL counted them. */
  private long failures() {
    return platform
        .postgres()
        .number(
            Owner.MFA,
            "select failures from totp_factor where account = ? and retired_by is null",
            UUID.fromString(account));
  }

  private static Map<Integer, Long> statuses(List<Answer> answers) {
    return answers.stream()
        .collect(
            java.util.stream.Collectors.groupingBy(
                Answer::status, java.util.stream.Collectors.counting()));
  }

  private static java.util.Set<String> names(Answer answer) {
    return answer.headers().map().keySet();
  }
}
