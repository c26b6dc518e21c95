package dev.latchkey.mfa.recoverycode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.redis.datasource.ReactiveRedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A recovery code where a code is asked. */
@QuarkusTest
class RecoveryCodeUseTest {

  private static final String WRONG_CODE = "0000-0000-0000-0000";

  @Inject MovableClock clock;
  @Inject ReactiveRedisDataSource redis;

  private Person dave = Person.named("dave");
  private IndependentTotp app = IndependentTotp.typed("AAAAAAAA");
  private List<String> codes = List.of();

  @BeforeEach
  void dave_has_ten_codes() {
    clock.set(clock.instant());
    dave = Person.named("dave");
    app = dave.enrol(clock.instant());
    codes = dave.newCodes();
    clock.advance(Duration.ofMinutes(1));
  }

  @AfterEach
  void reset_the_clock() {
    clock.reset();
  }

  @Test
  @Tag("attack-31")
  void a_code_passes_as_what_it_is_and_its_owner_is_told_how_many_are_left() {
    var answer = dave.verified(codes.getFirst(), false);

    assertThat(answer.text("outcome")).isEqualTo("PASSED");
    assertThat(answer.text("proof")).isEqualTo("recovery_code");
    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(RecoveryCodeUsed.class, dave.account);
      assertThat(said.left()).isEqualTo(9);
      assertThat(said.fewLeft()).isFalse();
    }
    assertThat(dave.status().json().path("recovery_codes_left").asInt()).isEqualTo(9);
  }

  @Test
  void the_ways_to_answer_name_recovery_codes_while_there_are_some() {
    assertThat(dave.due().json().path("methods").toString())
        .isEqualTo("[\"totp\",\"recovery_code\"]");
    assertThat(dave.due().json().path("recoveryCodesLeft").asInt()).isEqualTo(10);

    codes.forEach(code -> assertThat(dave.verify(code)).isEqualTo("PASSED"));

    assertThat(dave.due().json().path("methods").toString()).isEqualTo("[\"totp\"]");
  }

  @Test
  void a_code_is_taken_in_any_case_with_or_without_hyphens() {
    var shouted = codes.get(0).toUpperCase(Locale.ROOT);
    var plain = codes.get(1).replace("-", "");
    var spaced = " " + codes.get(2).replace('-', ' ') + " ";

    assertThat(List.of(shouted, plain, spaced))
        .allMatch(code -> dave.verify(code).equals("PASSED"));
  }

  @Test
  void a_code_works_only_once_and_is_then_like_a_wrong_one() {
    var code = codes.getFirst();
    assertThat(dave.verify(code)).isEqualTo("PASSED");

    var again = dave.verified(code, false);
    var wrong = dave.verified(WRONG_CODE, false);
    var wrongTotp = dave.verified("000000", false);

    assertThat(again.text("outcome")).isEqualTo("WRONG");
    assertThat(again.response().body()).isEqualTo(wrong.response().body());
    assertThat(again.response().body()).isEqualTo(wrongTotp.response().body());
  }

  /** Attack 27. */
  @Test
  @Tag("attack-27")
  void of_30_requests_with_one_code_exactly_one_passes_and_one_code_is_gone() {
    var code = codes.getFirst();

    var outcomes = outcomes(30, i -> code);

    assertThat(outcomes).filteredOn("PASSED"::equals).hasSize(1);
    assertThat(outcomes).allMatch(List.of("PASSED", "WRONG", "LOCKED")::contains);
    assertThat(left()).isEqualTo(9);
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.all(RecoveryCodeUsed.class, dave.account, Duration.ofSeconds(1))).hasSize(1);
    }
  }

  @Test
  void eight_codes_at_once_all_pass_and_each_counts_what_is_left_after_it() {
    var outcomes = outcomes(8, codes::get);

    assertThat(outcomes).allMatch("PASSED"::equals);
    try (var log = EventLog.of(Topic.MFA)) {
      log.await(said ->
          said.key().equals(dave.account.toString())
              && said.fact(RecoveryCodeUsed.class).filter(used -> used.left() == 2).isPresent());
      var used = log.all(RecoveryCodeUsed.class, dave.account, Duration.ofMillis(500));
      assertThat(used).extracting(RecoveryCodeUsed::left).containsExactly(9, 8, 7, 6, 5, 4, 3, 2);
      assertThat(used)
          .extracting(RecoveryCodeUsed::fewLeft)
          .containsExactly(false, false, false, false, false, false, true, true);
    }
  }

  /** Attack 30. */
  @Test
  @Tag("attack-30")
  void ten_wrong_codes_lock_recovery_codes_and_nothing_else() {
    guessWrong(10, false);

    var right = dave.verified(codes.getFirst(), false);
    var wrong = dave.verified(WRONG_CODE, false);

    assertThat(right.text("outcome")).isEqualTo("LOCKED");
    assertThat(wrong.text("outcome")).isEqualTo("LOCKED");
    assertThat(right.json().path("retryAfterSeconds").asLong()).isBetween(800L, 901L);
    assertThat(dave.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("LOCKED");
    assertThat(left()).isEqualTo(10);
  }

  @Test
  void wrong_codes_of_the_app_leave_recovery_codes_alone() {
    for (int guess = 0; guess < 11; guess++) {
      var unused = dave.verify("000000");
    }

    assertThat(dave.verify(app.codeAt(clock.instant()))).isEqualTo("LOCKED");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
    assertThat(dave.verify(app.codeAt(clock.instant()))).isEqualTo("LOCKED");
  }

  @Test
  void of_60_wrong_codes_at_once_exactly_ten_are_evaluated() {
    var outcomes = outcomes(60, guess -> "%016d".formatted(guess));

    assertThat(outcomes).filteredOn("WRONG"::equals).hasSize(10);
    assertThat(outcomes).filteredOn("LOCKED"::equals).hasSize(50);
    assertThat(failures()).isEqualTo("10");
  }

  @Test
  @Tag("attack-12")
  void new_codes_give_no_new_attempts() {
    guessWrong(10, false);

    var fresh = dave.newCodes();

    assertThat(dave.verify(fresh.getFirst())).isEqualTo("LOCKED");
  }

  @Test
  void a_flushed_redis_gives_no_new_attempts() {
    guessWrong(10, false);

    redis.execute("FLUSHALL").await().indefinitely();

    assertThat(dave.verify(codes.getFirst())).isEqualTo("LOCKED");
  }

  @Test
  @Tag("attack-15")
  void a_guesser_does_not_lock_the_owner_out_of_a_known_device() {
    guessWrong(11, false);

    assertThat(dave.verified(codes.getFirst(), true).text("outcome")).isEqualTo("PASSED");
    assertThat(dave.verify(codes.get(1))).isEqualTo("LOCKED");
  }

  @Test
  void the_hundredth_wrong_code_in_a_row_switches_recovery_codes_off_until_there_are_new_ones() {
    failuresAre(99);

    assertThat(dave.verify(WRONG_CODE)).isEqualTo("LOCKED");
    assertThat(dave.verify(codes.getFirst())).isEqualTo("LOCKED");

    try (var log = EventLog.of(Topic.MFA)) {
      var said = log.await(SecondFactorExhausted.class, dave.account);
      assertThat(said.factor()).isEqualTo(Proof.RECOVERY_CODE);
      assertThat(log.all(SecondFactorExhausted.class, dave.account, Duration.ofMillis(500)))
          .hasSize(1);
    }
    assertThat(dave.verify(app.codeAt(clock.instant()))).isEqualTo("PASSED");
    assertThat(dave.verify(dave.newCodes().getFirst())).isEqualTo("PASSED");
  }

  @Test
  void the_hundredth_code_may_still_be_right() {
    failuresAre(99);

    assertThat(dave.verify(codes.getFirst())).isEqualTo("PASSED");
    assertThat(failures()).isEqualTo("0");
  }

  @Test
  void an_account_without_codes_answers_as_to_wrong_ones() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());

    var outcomes = IntStream.range(0, 11).mapToObj(i -> alice.verify(codes.getFirst())).toList();

    assertThat(outcomes.subList(0, 10)).allMatch("WRONG"::equals);
    assertThat(outcomes.getLast()).isEqualTo("LOCKED");
  }

  @Test
  void an_account_without_a_factor_is_told_so_and_nothing_is_counted() {
    var bob = Person.named("bob");

    for (int attempt = 0; attempt < 12; attempt++) {
      assertThat(bob.verify(codes.getFirst())).isEqualTo("NOT_ENROLLED");
    }
  }

  @Test
  void the_codes_of_somebody_else_are_wrong() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    var others = alice.newCodes();

    assertThat(dave.verify(others.getFirst())).isEqualTo("WRONG");
    assertThat(alice.verify(others.getFirst())).isEqualTo("PASSED");
  }

  private void guessWrong(int times, boolean knownDevice) {
    for (int guess = 0; guess < times; guess++) {
      var unused = dave.verified(WRONG_CODE, knownDevice);
    }
  }

  private List<String> outcomes(int times, IntFunction<String> code) {
    var answers = IntStream.range(0, times).mapToObj(i -> dave.verifyAsync(code.apply(i))).toList();
    return answers.stream()
        .map(CompletableFuture::join)
        .map((Answer answer) -> answer.text("outcome"))
        .toList();
  }

  private int left() {
    return dave.status().json().path("recovery_codes_left").asInt();
  }

  private String failures() {
    return Rows.of("select failures from recovery_code_set where account = '" + dave.account + "'")
        .getFirst();
  }

  private void failuresAre(int count) {
    Rows.change(
        "update recovery_code_set set failures = %d where account = '%s'"
            .formatted(count, dave.account));
  }
}
