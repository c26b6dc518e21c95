package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.EventProof;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.identity.Claims;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.ConnectException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class HearingTest {

  private static final String DEAD_LETTERS = "latchkey.account.mfa-service.dlq";

  private final AccountId account = Facts.anAccount();

  @Inject TestEar ear;
  @Inject Doing doing;
  @Inject MeterRegistry meters;

  @Test
  void a_fact_reaches_the_ear() {
    var fact = Spoken.accountClosed(account);

    Spoken.say(Spoken.of(fact));

    awaitHeard(1);
    assertThat(ear.heardOf(account)).isEqualTo(List.of(fact));
  }

  @Test
  void an_unknown_type_is_counted_and_skipped() {
    var before = outcomes("unknown");

    Spoken.say(right().with("ce_type", "dev.latchkey.account.PasskeyAdded.v1"), right());

    awaitHeard(1);
    assertThat(outcomes("unknown")).isEqualTo(before + 1);
  }

  @Test
  void what_others_have_an_ear_for_is_skipped_whoever_said_it() {
    var before = outcomes("for_others");
    var letters = outcomes("dead_lettered");
    var fact = new AccountEvent.EmailVerified(account, Facts.AT);

    Spoken.say(Spoken.of(fact), Spoken.of(fact).unproven(), Spoken.of(fact).body("{"), right());

    awaitHeard(1);
    assertThat(outcomes("for_others")).isEqualTo(before + 3);
    assertThat(outcomes("dead_lettered")).isEqualTo(letters);
  }

  @Test
  @Tag("attack-67")
  void unreadable_records_are_set_aside_as_they_came_and_the_partition_goes_on() {
    var before = outcomes("dead_lettered");
    try (var letters = new SaidOn(DEAD_LETTERS)) {

      Spoken.say(
          right().body("{"),
          right().with("ce_time", "yesterday"),
          right().without("ce_id"),
          right().with("ce_type", "dev.latchkey.mfa.MfaEnabled.v1"),
          right().withoutBody(),
          right());

      var dead = letters.await(5, SaidOn.by(account.toString()));
      awaitHeard(1);
      assertThat(dead)
          .extracting(one -> SaidOn.headers(one).get("dead-letter-reason"))
          .containsExactly(
              "the body is not a AccountClosed",
              "ce_time is missing or not a time",
              "ce_id is missing or not a UUID",
              "ce_type belongs to another topic",
              "the body is missing");
      assertThat(dead.getFirst().value()).isEqualTo(new byte[] {'{'});
      assertThat(SaidOn.headers(dead.getFirst()))
          .containsEntry("dead-letter-topic", "latchkey.account")
          .containsEntry("ce_type", "dev.latchkey.account.AccountClosed.v1")
          .containsKeys("dead-letter-partition", "dead-letter-offset", "ce_id");
      assertThat(outcomes("dead_lettered")).isEqualTo(before + 5);
    }
  }

  @Test
  @Tag("attack-68")
  void what_its_speaker_did_not_say_is_set_aside_unread_and_the_partition_goes_on() {
    var before = outcomes("dead_lettered");
    var unproven = meters.counter("latchkey.hearing.unproven", "doubt", "missing").count();
    try (var letters = new SaidOn(DEAD_LETTERS)) {

      Spoken.say(
          right().unproven(),
          right().proven("stranger", "auth-service", EventProof.TYPE),
          right().with("ce_source", "/mfa-service").provenBy("mfa-service"),
          right().provenBy("mfa-service"),
          right().proven("auth-service", "auth-service", Claims.SERVICE_TYPE),
          right().proven().with("ce_type", "dev.latchkey.account.SessionsRevoked.v1"),
          right().with("ce_type", "dev.latchkey.account.PasskeyAdded.v1").unproven(),
          right());

      var dead = letters.await(7, SaidOn.by(account.toString()));
      awaitHeard(1);
      assertThat(dead)
          .extracting(one -> SaidOn.headers(one).get("dead-letter-reason"))
          .containsExactly(
              "ce_proof is missing",
              "ce_proof is not of this record by its speaker",
              "ce_source does not speak on this topic",
              "ce_proof is under no key of its speaker",
              "ce_proof is not the proof of an event",
              "ce_proof is not of this record by its speaker",
              "ce_proof is missing");
      assertThat(dead.get(1).headers().lastHeader("ce_proof")).isNotNull();
      assertThat(outcomes("dead_lettered")).isEqualTo(before + 7);
      assertThat(meters.counter("latchkey.hearing.unproven", "doubt", "missing").count())
          .isEqualTo(unproven + 2);
    }
  }

  @Test
  void a_transient_failure_is_retried_until_it_has_passed() {
    var before = outcomes("retried");
    var tries = new AtomicInteger();
    ear.on(account, heard -> tries.incrementAndGet() <= 8 ? away() : done());

    Spoken.say(right());

    awaitHeard(1);
    assertThat(tries).hasValue(9);
    assertThat(outcomes("retried")).isEqualTo(before + 8);
  }

  @Test
  @Tag("attack-70")
  void how_late_the_record_in_hand_is_and_how_late_it_was_is_seen() {
    var topic = "latchkey.account";
    var late = new AtomicBoolean(true);
    var delay = meters.timer("latchkey.hearing.delay", "topic", topic);
    var before = delay.totalTime(TimeUnit.SECONDS);
    ear.on(account, heard -> late.get() ? away() : done());

    Spoken.say(right());

    await().atMost(Duration.ofSeconds(30)).until(() -> oldestSeconds(topic) > 1);
    late.set(false);
    awaitHeard(1);
    await().atMost(Duration.ofSeconds(30)).until(() -> oldestSeconds(topic) == 0);
    assertThat(delay.totalTime(TimeUnit.SECONDS) - before).isGreaterThan(1);
  }

  @Test
  @Tag("attack-67")
  void any_other_failure_is_tried_five_times_then_set_aside() {
    var tries = new AtomicInteger();
    var poison = new EventId(UUID.randomUUID());
    ear.on(account, heard -> heard.id().equals(poison) ? bug(tries) : done());
    try (var letters = new SaidOn(DEAD_LETTERS)) {

      Spoken.say(Spoken.of(poison, Spoken.accountClosed(account)), right());

      var dead = letters.await(1, SaidOn.by(account.toString())).getFirst();
      awaitHeard(1);
      assertThat(tries).hasValue(5);
      assertThat(SaidOn.headers(dead))
          .containsEntry("ce_id", poison.toString())
          .containsEntry(
              "dead-letter-reason", "the ear failed: java.lang.UnsupportedOperationException");
    }
  }

  @Test
  void an_effect_that_rolls_back_happens_at_the_next_try() {
    var tries = new AtomicInteger();
    var effects = new AtomicInteger();
    ear.on(
        account,
        heard ->
            doing
                .once(
                    heard.id(),
                    () ->
                        tries.incrementAndGet() < 3
                            ? away()
                            : done().invoke(effects::incrementAndGet))
                .replaceWithVoid());

    Spoken.say(right());

    awaitHeard(1);
    assertThat(effects).hasValue(1);
  }

  @Test
  @Tag("attack-66")
  void what_is_delivered_three_times_takes_effect_once() {
    var before = meters.counter("latchkey.inbox.duplicates").count();
    var effects = new AtomicInteger();
    ear.on(
        account,
        heard ->
            doing
                .once(heard.id(), () -> done().invoke(effects::incrementAndGet))
                .replaceWithVoid());
    var id = new EventId(UUID.randomUUID());
    var one = Spoken.of(id, Spoken.accountClosed(account));

    Spoken.say(one, one, one);

    awaitHeard(3);
    assertThat(effects).hasValue(1);
    assertThat(meters.counter("latchkey.inbox.duplicates").count()).isEqualTo(before + 2);
  }

  private Spoken right() {
    return Spoken.of(Spoken.accountClosed(account));
  }

  private static Uni<Void> done() {
    return Uni.createFrom().voidItem();
  }

  private static Uni<Void> away() {
    return Uni.createFrom().failure(new ConnectException("away"));
  }

  private static Uni<Void> bug(AtomicInteger tries) {
    tries.incrementAndGet();
    throw new UnsupportedOperationException("bug");
  }

  private void awaitHeard(int count) {
    await().atMost(Duration.ofSeconds(30)).until(() -> ear.heardOf(account).size() == count);
  }

  private double oldestSeconds(String topic) {
    var gauge = meters.find("latchkey.hearing.oldest.seconds").tag("topic", topic).gauge();
    return gauge == null ? 0 : gauge.value();
  }

  private double outcomes(String outcome) {
    return meters.counter("latchkey.hearing", "outcome", outcome).count();
  }
}
