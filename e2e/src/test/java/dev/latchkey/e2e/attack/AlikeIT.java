package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;

/** Two answers that must not be told apart: each byte of body and headers, but for its own id. */
@OnThePlatform
@Isolated
class AlikeIT {

  private static final int BUDGET = 10;

  /** Says of each answer which one it is, and when: nothing about the one who asked. */
  private static final Set<String> OF_EACH_ANSWER = Set.of("request-id", "date");

  /** So many pairs to take the time of; none where the machine does other work. */
  private static final int SAMPLES = Integer.getInteger("latchkey.e2e.samples", 0);

  private static final Duration NOTHING = Duration.ofMillis(5);

  private final Platform platform;
  private final Api api;

  AlikeIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  @Tag("attack-25")
  void wrong_expired_replayed_and_half_typed_codes_have_one_answer() {
    var erin = withTwoFactor();
    var used = erin.authenticator().freshCode();
    assertThat(erin.signingIn().code(used).send()).hasStatus(201);

    var wrong = erin.signingIn().code(erin.authenticator().wrongCode()).send();

    assertThat(wrong).isRefused(401, "invalid_two_factor_code");
    for (var code :
        List.of(used, erin.authenticator().codeAt(-5), erin.authenticator().codeAt(5), "12345")) {
      assertAlike(wrong, erin.signingIn().code(code).send());
    }
  }

  /** At the prompt, where a challenge counts as well. */
  @Test
  @Tag("attack-25")
  void at_the_prompt_a_used_code_is_a_wrong_code() {
    var erin = withTwoFactor();
    var used = erin.authenticator().freshCode();
    assertThat(erin.signingIn().code(used).send()).hasStatus(201);

    var wrong = answering(erin.challenge(), erin.authenticator().wrongCode());
    var replayed = answering(erin.challenge(), used);

    assertThat(wrong).isRefused(401, "invalid_two_factor_code");
    assertAlike(wrong, replayed);
  }

  @Test
  @Tag("attack-25")
  void locked_out_a_right_code_and_a_wrong_one_have_one_answer() {
    var erin = withTwoFactor();
    for (int i = 0; i < BUDGET; i++) {
      var guess = erin.signingIn().code(erin.authenticator().wrongCode()).sendPatiently();
      assertThat(guess).isRefused(401, "invalid_two_factor_code");
    }

    var wrong = erin.signingIn().code(erin.authenticator().wrongCode()).send();
    var right = erin.signingIn().code(erin.authenticator().freshCode()).send();

    assertThat(wrong).isRefused(429, "rate_limit");
    assertAlike(wrong, right, "retry-after");
    assertThat(seconds(wrong) - seconds(right)).isBetween(0L, 60L);
  }

  @Test
  @Tag("attack-25")
  void at_the_sign_in_nobody_and_somebody_have_one_answer_also_when_they_are_locked() {
    var erin = platform.people().signedUp("erin");
    var nobody = platform.people().stranger("erin");
    for (int i = 0; i < BUDGET; i++) {
      var known = api.post("/sessions").basic(erin.email(), "wrong words").sendPatiently();
      var unknown = api.post("/sessions").basic(nobody.email(), "wrong words").sendPatiently();
      assertThat(known).isRefused(401, "unauthorized");
      assertAlike(known, unknown);
    }

    var known = api.post("/sessions").basic(erin.email(), erin.password()).send();
    var unknown = api.post("/sessions").basic(nobody.email(), "wrong words").send();

    assertThat(known).isRefused(429, "rate_limit");
    assertAlike(known, unknown, "retry-after");
  }

  @Test
  @Tag("attack-25")
  void who_forgot_a_password_is_told_the_same_with_and_without_an_account() {
    var erin = platform.people().signedUp("erin");
    var nobody = platform.people().stranger("erin");

    var known = api.post("/password-resets").json(Map.of("email", erin.email())).send();
    var unknown = api.post("/password-resets").json(Map.of("email", nobody.email())).send();

    assertThat(known).hasStatus(201);
    assertAlike(without(known, erin), without(unknown, nobody));
  }

  @Test
  @Tag("attack-25")
  void who_signs_up_is_told_the_same_with_and_without_an_account() {
    var erin = platform.people().signedUp("erin");
    var nobody = platform.people().stranger("erin");

    var known = signingUp(erin);
    var unknown = signingUp(nobody);

    assertThat(known).hasStatus(201);
    assertAlike(without(known, erin), without(unknown, nobody));
    assertThat(known.body()).hasSameSizeAs(unknown.body());
  }

  /** Takes a while: {@code -Dlatchkey.e2e.samples=10000}, on a machine that does nothing else. */
  @Test
  @Tag("attack-25")
  @Timeout(value = 120, unit = java.util.concurrent.TimeUnit.MINUTES)
  void the_time_of_a_refusal_does_not_tell_whether_there_is_an_account() {
    assumeTrue(SAMPLES > 0, "no -Dlatchkey.e2e.samples");
    var known = new ArrayList<Samples.Sample>();
    var unknown = new ArrayList<Samples.Sample>();
    Person erin = platform.people().signedUp("erin");
    for (int i = 0; i < SAMPLES; i++) {
      if (i % (BUDGET - 1) == 0) {
        erin = platform.people().signedUp("erin");
      }
      known.add(timed("known", erin));
      unknown.add(timed("unknown", platform.people().stranger("erin")));
    }

    var apart = new Samples(known).percentile(50).minus(new Samples(unknown).percentile(50)).abs();
    System.out.printf("known and unknown are %d us apart%n", apart.toNanos() / 1000);
    assertThat(apart).isLessThan(NOTHING);
  }

  private Samples.Sample timed(String kind, Person person) {
    var answer = api.post("/sessions").basic(person.email(), "some words that are wrong").send();
    assertThat(answer).isRefused(401, "unauthorized");
    return new Samples.Sample(kind, answer.status(), System.nanoTime(), answer.took());
  }

  private static void assertAlike(Answer one, Answer other, String... mayDiffer) {
    assertThat(other.status()).isEqualTo(one.status());
    assertThat(other.body()).isEqualTo(one.body());
    assertThat(headers(other, Set.of(mayDiffer))).isEqualTo(headers(one, Set.of(mayDiffer)));
    assertThat(other.headers().map().keySet()).isEqualTo(one.headers().map().keySet());
  }

  private static Map<String, List<String>> headers(Answer answer, Set<String> mayDiffer) {
    var headers = new TreeMap<String, List<String>>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(answer.headers().map());
    OF_EACH_ANSWER.forEach(headers::remove);
    mayDiffer.forEach(headers::remove);
    return headers;
  }

  /** With the address that was sent, and ids and times that were drawn, out of the body. */
  private static Answer without(Answer answer, Person person) {
    var body =
        answer
            .body()
            .replace(person.email(), "ADDRESS")
            .replaceAll("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "ID")
            .replaceAll("\\d{4}-\\d\\d-\\d\\dT[0-9:.]+Z", "TIME");
    return new Answer(answer.status(), answer.headers(), body, answer.took());
  }

  private Answer signingUp(Person person) {
    return api.post("/users")
        .json(Map.of("email", person.email(), "password", person.password()))
        .sendPatiently();
  }

  private Answer answering(String challenge, String code) {
    return api.post("/sessions").challenge(challenge).code(code).sendPatiently();
  }

  private Person withTwoFactor() {
    var erin = platform.people().signedUp("erin");
    erin.enrol(erin.signIn());
    return erin;
  }

  private static long seconds(Answer locked) {
    return locked.header("Retry-After").map(Long::parseLong).orElseThrow();
  }
}
