package dev.latchkey.mfa.totp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import dev.latchkey.mfa.Service;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class VerificationTest {

  private static final String WRONG_CODE = "000000";

  @Inject MovableClock clock;
  @Inject ReactiveRedisDataSource redis;

  /** The first second of a step. */
  private Instant now = Instant.EPOCH;

  private Person alice = Person.named("alice");
  private IndependentTotp app = IndependentTotp.typed("AAAAAAAA");

  @BeforeEach
  void alice_has_an_app_since_a_minute() {
    now = Instant.ofEpochSecond(clock.instant().getEpochSecond() / 30 * 30);
    clock.set(now);
    alice = Person.named("alice");
    app = alice.enrol(now);
    clock.advance(Duration.ofMinutes(1));
    now = clock.instant();
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  void a_right_code_passes_as_otp() {
    var answer = alice.verified(app.codeAt(now), false);

    assertThat(answer.text("outcome")).isEqualTo("PASSED");
    assertThat(answer.text("proof")).isEqualTo("otp");
    assertThat(alice.due().json().path("due").asBoolean()).isTrue();
  }

  @Test
  @Tag("attack-2")
  void a_code_works_only_once_and_is_then_like_a_wrong_one() {
    var code = app.codeAt(now);
    alice.verify(code);

    var again = alice.verified(code, false);

    assertThat(again.response().body())
        .isEqualTo(alice.verified(WRONG_CODE, false).response().body());
    assertThat(again.text("outcome")).isEqualTo("WRONG");
  }

  @Test
  @Tag("attack-3")
  void of_200_requests_with_one_code_exactly_one_passes() {
    var code = app.codeAt(now);

    var outcomes = outcomes(200, _ -> code);

    assertThat(outcomes).filteredOn("PASSED"::equals).hasSize(1);
    assertThat(outcomes).allMatch(List.of("PASSED", "WRONG", "LOCKED")::contains);
  }

  @Test
  @Tag("attack-11")
  void of_500_wrong_codes_at_once_exactly_ten_are_evaluated() {
    var outcomes = outcomes(500, guess -> "%06d".formatted(guess % 10));

    assertThat(outcomes).filteredOn("WRONG"::equals).hasSize(10);
    assertThat(outcomes).filteredOn("LOCKED"::equals).hasSize(490);
    assertThat(failures("failures")).isEqualTo("10");
  }

  @ParameterizedTest
  @CsvSource({
    "-91, WRONG",
    "-61, WRONG",
    "-31, WRONG",
    "-29, PASSED",
    "-1, PASSED",
    "0, PASSED",
    "29, PASSED",
    "31, PASSED",
    "59, PASSED",
    "61, WRONG",
    "91, WRONG"
  })
  void a_code_is_good_from_one_step_before_its_own_to_one_after(long late, String outcome) {
    // The code is of a step that begins at `made`; the server is `late` seconds past that.
    var made = now.plus(Duration.ofMinutes(5));
    clock.set(made.plusSeconds(late));

    assertThat(alice.verify(app.codeAt(made))).isEqualTo(outcome);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "12345", "1234567", "abcdef", "-1", "１２３４５６", "' or 1=1"})
  void what_is_no_code_counts_as_a_wrong_one(String typed) {
    assertThat(alice.verify(typed)).isEqualTo("WRONG");
    assertThat(failures("failures")).isEqualTo("1");
  }

  @Test
  @Tag("attack-25")
  void a_locked_account_is_answered_alike_whether_the_code_is_right_or_wrong() {
    guessWrong(10, false);

    var right = alice.verified(app.codeAt(now), false);
    var wrong = alice.verified(WRONG_CODE, false);

    assertThat(right.text("outcome")).isEqualTo("LOCKED");
    assertThat(right.json().path("retryAfterSeconds").asLong()).isBetween(800L, 901L);
    assertThat(wrong.text("outcome")).isEqualTo("LOCKED");
    assertThat(wrong.json().fieldNames()).toIterable().isEqualTo(names(right));
  }

  @Test
  void a_locked_account_opens_when_its_quarter_of_an_hour_is_over() {
    guessWrong(10, false);

    // The window began some milliseconds after the clock's time, as Redis tells its own.
    clock.advance(Duration.ofMinutes(15).plusSeconds(1));

    assertThat(alice.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    assertThat(failures("failures")).isEqualTo("0");
  }

  @Test
  @Tag("attack-15")
  void a_guesser_does_not_lock_the_owner_out_of_a_known_device() {
    guessWrong(11, false);

    assertThat(alice.verified(app.codeAt(now), true).text("outcome")).isEqualTo("PASSED");
    assertThat(alice.verify(WRONG_CODE)).isEqualTo("LOCKED");
    assertThat(failures("failures")).isEqualTo("10");
  }

  @Test
  void a_known_device_has_ten_attempts_of_its_own() {
    guessWrong(10, true);

    assertThat(alice.verified(app.codeAt(now), true).text("outcome")).isEqualTo("LOCKED");
    assertThat(alice.verified(app.codeAt(now), false).text("outcome")).isEqualTo("PASSED");
    assertThat(failures("device_failures")).isEqualTo("10");
  }

  @Test
  void a_success_clears_the_failures() {
    guessWrong(9, false);

    assertThat(alice.verify(app.codeAt(now))).isEqualTo("PASSED");

    assertThat(failures("failures")).isEqualTo("0");
    guessWrong(10, false);
    assertThat(alice.verify(WRONG_CODE)).isEqualTo("LOCKED");
  }

  @Test
  @Tag("attack-10")
  void after_100_failures_in_a_row_the_factor_is_off_and_its_owner_told_once() {
    Rows.change("update totp_factor set failures = 98 where account = '" + alice.account + "'");

    assertThat(alice.verify(WRONG_CODE)).isEqualTo("WRONG");
    assertThat(alice.verify(WRONG_CODE)).isEqualTo("LOCKED");
    assertThat(alice.verify(app.codeAt(now))).isEqualTo("LOCKED");

    assertThat(failures("failures")).isEqualTo("100");
    assertThat(alice.due().json().path("due").asBoolean()).isTrue();
    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(SecondFactorExhausted.class, alice.account);
      assertThat(said.factor()).isEqualTo(Proof.TOTP);
      assertThat(said.knownDevice()).isFalse();
      assertThat(log.all(SecondFactorExhausted.class, alice.account, Duration.ofMillis(500)))
          .hasSize(1);
    }
    assertThat(alice.verified(app.codeAt(now), true).text("outcome")).isEqualTo("PASSED");
  }

  @Test
  void the_hundredth_guess_may_still_be_right() {
    Rows.change("update totp_factor set failures = 99 where account = '" + alice.account + "'");

    assertThat(alice.verify(app.codeAt(now))).isEqualTo("PASSED");
    assertThat(failures("failures")).isEqualTo("0");
  }

  @Test
  @Tag("attack-17")
  void a_flushed_redis_gives_no_new_attempts() {
    guessWrong(10, false);

    redis.execute("FLUSHALL").await().indefinitely();

    assertThat(alice.verify(app.codeAt(now))).isEqualTo("LOCKED");
  }

  @Test
  void an_account_without_a_factor_is_told_so_and_nothing_is_counted() {
    var bob = Person.named("bob");

    for (int attempt = 0; attempt < 12; attempt++) {
      assertThat(bob.verify(WRONG_CODE)).isEqualTo("NOT_ENROLLED");
    }
    assertThat(bob.due().json().path("due").asBoolean()).isFalse();
  }

  /** The time is the server's: no client makes an old code young. */
  @Test
  @Tag("attack-7")
  void a_time_that_the_client_tells_changes_nothing() {
    var made = now.minus(Duration.ofMinutes(5));
    var date = DateTimeFormatter.RFC_1123_DATE_TIME.format(made.atOffset(ZoneOffset.UTC));
    var body =
        """
        {"code":"%1$s","epoch":7,"knownDevice":false,"challenge":null,"purpose":"SIGN_IN",
        "time":%2$d,"timestamp":%2$d,"at":"%3$s","step":%4$d,
        "origin":{"ip":"192.0.2.1","client":"a test"}}
        """;
    var seconds = made.getEpochSecond();

    var old = body.formatted(app.codeAt(made), seconds, made, seconds / 30);
    var right = body.formatted(app.codeAt(now), seconds, made, seconds / 30);

    assertThat(toldTheTime(old, date).text("outcome")).isEqualTo("WRONG");
    assertThat(toldTheTime(right, date).text("outcome")).isEqualTo("PASSED");
  }

  private Answer toldTheTime(String body, String date) {
    return Service.askInternally(Verb.POST, alice.verifyPath(), body, "Date", date);
  }

  private void guessWrong(int times, boolean knownDevice) {
    for (int guess = 0; guess < times; guess++) {
      var unused = alice.verified(WRONG_CODE, knownDevice);
    }
  }

  private List<String> outcomes(int times, IntFunction<String> code) {
    var answers =
        IntStream.range(0, times).mapToObj(i -> alice.verifyAsync(code.apply(i))).toList();
    return answers.stream()
        .map(CompletableFuture::join)
        .map(answer -> answer.text("outcome"))
        .toList();
  }

  private String failures(String column) {
    return Rows.of("select " + column + " from totp_factor where account = '" + alice.account + "'")
        .getFirst();
  }

  private static List<String> names(Answer answer) {
    return answer.json().properties().stream().map(java.util.Map.Entry::getKey).toList();
  }
}
