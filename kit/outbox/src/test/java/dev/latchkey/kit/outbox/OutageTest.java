package dev.latchkey.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OutageTest {

  // Kafka's own time limits are four and ten seconds.
  private static final Duration AT_ONCE = Duration.ofSeconds(3);
  private static final Duration SOON = Duration.ofSeconds(30);

  @Inject Doing doing;
  @Inject Bell bell;
  @Inject TestEar ear;

  @Test
  void a_kafka_that_hangs_makes_nobody_wait() {
    var account = Facts.anAccount();
    try (var hanging = RealStores.kafka().paused()) {

      for (int i = 0; i < 10; i++) {
        sayAtOnce(account, i);
      }
    }

    try (var said = new SaidOn("latchkey.mfa")) {
      assertThat(said.await(10, SaidOn.by(account.toString()))).hasSizeGreaterThanOrEqualTo(10);
    }
  }

  @Test
  @Tag("attack-64")
  void without_kafka_facts_are_appended_at_once_and_follow_when_it_is_back() {
    var account = Facts.anAccount();
    var ids = new ArrayList<EventId>();
    try (var away = RealStores.kafka().killed()) {

      for (int i = 0; i < 10; i++) {
        ids.add(sayAtOnce(account, i));
      }
    }

    try (var said = new SaidOn("latchkey.mfa")) {
      var records = said.await(ids.size(), SaidOn.by(account.toString()));
      assertThat(records.stream().map(one -> SaidOn.headers(one).get("ce_id")).distinct())
          .isEqualTo(ids.stream().map(EventId::toString).toList());
    }
    assertHearingGoesOn();
  }

  @Test
  void what_is_heard_while_postgres_is_away_takes_effect_once_when_it_is_back() {
    var account = Facts.anAccount();
    var tries = new AtomicInteger();
    var effects = new AtomicInteger();
    ear.on(
        account,
        heard -> {
          tries.incrementAndGet();
          return doing
              .once(heard.id(), () -> Uni.createFrom().voidItem().invoke(effects::incrementAndGet))
              .replaceWithVoid();
        });
    try (var away = RealStores.postgres().killed()) {

      Spoken.say(Spoken.of(Spoken.accountClosed(account)));
      await().atMost(SOON).until(() -> tries.get() >= 2);
    }

    await().atMost(SOON).until(() -> ear.heardOf(account).size() == 1);
    assertThat(effects).hasValue(1);
  }

  @Test
  void without_postgres_nothing_is_said_and_all_goes_on_when_it_is_back() {
    var account = Facts.anAccount();
    var gaps = new AtomicInteger();
    List<String> rung = new CopyOnWriteArrayList<>();
    var end = bell.listen("outage", rung::add, gaps::incrementAndGet);
    await().until(() -> gaps.get() > 0);
    var before = gaps.get();
    try (var away = RealStores.postgres().killed()) {

      assertThatThrownBy(() -> Doing.run(() -> doing.say(Facts.codeUsed(account, 1))))
          .matches(TransientFailure::is, "is a transient failure");
    }

    await().atMost(SOON).until(() -> gaps.get() > before);
    await()
        .atMost(SOON)
        .ignoreExceptions()
        .until(() -> Doing.run(() -> doing.say(Facts.codeUsed(account, 2))) != null);
    Doing.run(() -> doing.ring("outage", "back"));
    await().atMost(SOON).until(() -> rung.contains("back"));
    try (var said = new SaidOn("latchkey.mfa")) {
      assertThat(said.await(1, SaidOn.by(account.toString()))).hasSize(1);
    }
    assertHearingGoesOn();
    end.run();
  }

  private EventId sayAtOnce(AccountId account, int left) {
    var begin = System.nanoTime();
    var id = Doing.run(() -> doing.say(Facts.codeUsed(account, left)));
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(AT_ONCE);
    return id;
  }

  private void assertHearingGoesOn() {
    var account = Facts.anAccount();
    Event fact = Spoken.accountClosed(account);

    Spoken.say(Spoken.of(fact));

    await().atMost(SOON).until(() -> ear.heardOf(account).size() == 1);
  }
}
