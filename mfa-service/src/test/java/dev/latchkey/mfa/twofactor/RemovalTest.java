package dev.latchkey.mfa.twofactor;

import static dev.latchkey.mfa.Operators.ANNA;
import static dev.latchkey.mfa.Operators.BERT;
import static dev.latchkey.mfa.Operators.approve;
import static dev.latchkey.mfa.Operators.ask;
import static dev.latchkey.mfa.Operators.removal;
import static dev.latchkey.mfa.Operators.unlock;
import static dev.latchkey.mfa.Operators.withdraw;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalApproved;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalAsked;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalCancelled;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.testkit.EventLog;
import dev.latchkey.kit.testkit.IndependentTotp;
import dev.latchkey.kit.testkit.MovableClock;
import dev.latchkey.kit.testkit.OtherServiceSays;
import dev.latchkey.mfa.Answer;
import dev.latchkey.mfa.AuthStandIn;
import dev.latchkey.mfa.Person;
import dev.latchkey.mfa.Rows;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What operators may do about a second factor, and what keeps one of them from doing more. */
@QuarkusTest
class RemovalTest {

  private static final Duration DELAY = Duration.ofHours(72);

  @Inject MovableClock clock;
  @Inject DueRemovals removals;

  @AfterEach
  void realTime() {
    clock.reset();
  }

  @Test
  void two_operators_and_72_hours_switch_two_factor_off() throws Throwable {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());

    assertThat(ask(alice, ANNA).status()).isEqualTo(201);
    var approved = approve(alice, BERT);
    assertThat(approved.status()).isEqualTo(200);
    assertThat(approved.text("asked_by")).isEqualTo(ANNA);
    assertThat(approved.text("approved_by")).isEqualTo(BERT);

    clock.advance(DELAY.minusMinutes(1));
    sweep();
    assertThat(alice.hasSecondFactor()).isTrue();

    clock.advance(Duration.ofMinutes(1));
    sweep();
    assertThat(alice.hasSecondFactor()).isFalse();
    assertThat(removal(alice).status()).isEqualTo(404);
    assertThat(AuthStandIn.cascadesOf(alice.account).getLast())
        .contains("TWO_FACTOR_DISABLED")
        .doesNotContain("keptSession");
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.await(TwoFactorRemovalAsked.class, alice.account).operator()).isEqualTo(ANNA);
      var told = log.await(TwoFactorRemovalApproved.class, alice.account);
      assertThat(told.operator()).isEqualTo(BERT);
      assertThat(Duration.between(told.at(), told.dueAt())).isEqualTo(DELAY);
      assertThat(log.await(MfaDisabled.class, alice.account).keptSession()).isNull();
      assertThat(said(log, TwoFactorRemovalCancelled.class, alice)).isEmpty();
    }
  }

  @Test
  void one_operator_is_not_two() throws Throwable {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    ask(alice, ANNA);

    var answer = approve(alice, ANNA);

    assertThat(answer.status()).isEqualTo(403);
    assertThat(answer.id()).isEqualTo("second_operator_needed");
    clock.advance(DELAY.multipliedBy(2));
    sweep();
    assertThat(alice.hasSecondFactor()).isTrue();
    assertThat(removal(alice).json().path("approved_by").isNull()).isTrue();
  }

  @Test
  void of_many_at_once_one_asks_and_one_agrees() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());

    assertThat(statuses(() -> ask(alice, ANNA))).containsOnlyOnce(201).contains(409);
    assertThat(statuses(() -> approve(alice, BERT))).containsOnlyOnce(200).contains(409);
    try (var log = EventLog.of(Topic.MFA)) {
      assertThat(log.all(TwoFactorRemovalAsked.class, alice.account, Duration.ofMillis(500)))
          .hasSize(1);
      assertThat(said(log, TwoFactorRemovalApproved.class, alice)).hasSize(1);
    }
  }

  @Test
  void a_wrong_code_meanwhile_changes_nothing() throws Throwable {
    var alice = Person.named("alice");
    var app = alice.enrol(clock.instant());
    ask(alice, ANNA);
    approve(alice, BERT);
    assertThat(alice.verify(wrong(app))).isEqualTo("WRONG");

    clock.advance(DELAY);
    sweep();

    assertThat(alice.hasSecondFactor()).isFalse();
  }

  @Test
  void there_is_nothing_to_remove_where_two_factor_is_off() {
    var bob = Person.named("bob");

    assertThat(ask(bob, ANNA).status()).isEqualTo(404);
    assertThat(approve(bob, BERT).status()).isEqualTo(404);
    assertThat(withdraw(bob, BERT).status()).isEqualTo(404);
    assertThat(removal(bob).status()).isEqualTo(404);
    assertThat(unlock(bob).status()).isEqualTo(204);
  }

  @Test
  void while_auth_service_is_away_it_waits() throws Throwable {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    ask(alice, ANNA);
    approve(alice, BERT);
    clock.advance(DELAY);
    AuthStandIn.epochFails(alice.account);
    sweep();
    assertThat(alice.hasSecondFactor()).isTrue();

    AuthStandIn.epochIs(alice.account, 9);
    sweep();

    assertThat(alice.hasSecondFactor()).isFalse();
  }

  @Test
  void a_closed_account_leaves_none() {
    var alice = Person.named("alice");
    var unused = alice.enrol(clock.instant());
    ask(alice, ANNA);

    OtherServiceSays.that(new AccountClosed(alice.account, clock.instant(), "sealed"));

    Awaitility.await()
        .untilAsserted(() ->
            assertThat(
                    Rows.of(
                        "select count(*) from two_factor_removal where account = '%s'"
                            .formatted(alice.account)))
                .containsExactly("0"));
  }

  private void sweep() throws Throwable {
    VertxContextSupport.subscribeAndAwait(removals::round);
  }

  private String wrong(IndependentTotp app) {
    var near =
        IntStream.rangeClosed(-2, 2)
            .mapToObj(step -> app.codeAt(clock.instant().plusSeconds(30L * step)))
            .toList();
    return Stream.of("000000", "111111", "222222", "333333", "444444", "555555")
        .filter(code -> !near.contains(code))
        .findFirst()
        .orElseThrow();
  }

  private static List<Integer> statuses(Supplier<Answer> asked) {
    return IntStream.range(0, 8)
        .mapToObj(_ -> CompletableFuture.supplyAsync(asked))
        .toList()
        .stream()
        .map(CompletableFuture::join)
        .map(Answer::status)
        .toList();
  }

  private static <E extends MfaEvent> List<E> said(EventLog log, Class<E> type, Person person) {
    return log.all(type, person.account, Duration.ofMillis(300));
  }
}
