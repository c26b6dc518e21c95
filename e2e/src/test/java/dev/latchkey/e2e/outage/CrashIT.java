package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.outage.Scene.AFTERWARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.store.Barrier;
import dev.latchkey.e2e.store.HeldRelay;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} at exact points: no event is lost, none takes effect twice. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 2)
@Timeout(value = 120, unit = TimeUnit.MINUTES)
@Isolated
@Tag("attack-65")
class CrashIT {

  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.crashes", 1);

  /** An offset is committed every second: now and then in the moment between effect and kill. */
  private static final int TRIES = 4;

  private static final Duration REDELIVERY = Duration.ofSeconds(20);

  private final Platform platform;

  CrashIT(Platform platform) {
    this.platform = platform;
  }

  static Stream<Arguments> rounds() {
    return Stream.of(Deed.values())
        .flatMap(
            deed -> Stream.iterate(1, i -> i + 1).limit(ROUNDS).map(i -> Arguments.of(deed, i)));
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("rounds")
  void killed_between_commit_and_publish_the_fact_is_published_after_all(Deed deed, int round) {
    var scene = Scene.of(platform, deed);
    List<String> committed;
    try (var held = HeldRelay.of(platform.postgres(), deed.speaker())) {
      scene.begin();
      await()
          .atMost(AFTERWARDS)
          .until(() -> {
            scene.insist();
            return !scene.waiting().isEmpty();
          });
      committed = scene.waiting();
      assertThat(scene.said()).as("round %d of %s", round, held).isEmpty();
      var killed = platform.service(deed.speaker()).kill();
      held.close();
      platform.service(deed.speaker()).awaitRevival(killed);
    }

    await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(scene.said()).isNotEmpty());
    assertThat(scene.said()).containsAll(committed);
    scene.assertOnce();
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("rounds")
  void killed_between_publish_and_delete_the_fact_comes_again_under_the_same_id(
      Deed deed, int round) {
    var scene = Scene.of(platform, deed);
    try (var barrier = Barrier.beforeOutboxDelete(platform.postgres(), deed.speaker())) {
      scene.begin();
      await()
          .atMost(AFTERWARDS)
          .untilAsserted(() -> {
            scene.insist();
            assertThat(scene.said()).hasSize(1);
          });
      barrier.awaitArrival();
      var killed = platform.service(deed.speaker()).kill();
      barrier.close();
      platform.service(deed.speaker()).awaitRevival(killed);
    }

    await()
        .atMost(AFTERWARDS)
        .untilAsserted(() -> assertThat(scene.said()).as("%d", round).hasSizeGreaterThan(1));
    assertThat(scene.said().stream().distinct()).hasSize(1);
    scene.assertOnce();
  }

  @ParameterizedTest
  @CsvSource({
    "TWO_FACTOR_ON, AUTH",
    "TWO_FACTOR_ON, TOKEN",
    "TWO_FACTOR_ON, NOTIFICATION",
    "MAIL_SENT, NOTIFICATION",
    "ACCOUNT_CLOSED, MFA"
  })
  void killed_between_hearing_and_effect_the_effect_comes_once(Deed deed, Owner hearer) {
    for (int round = 0; round < ROUNDS; round++) {
      var scene = Scene.of(platform, deed);
      try (var barrier = Barrier.beforeEffect(platform.postgres(), hearer)) {
        scene.begin();
        barrier.awaitArrival();
        var killed = platform.service(hearer).kill();
        barrier.close();
        platform.service(hearer).awaitRevival(killed);
      }

      await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(scene.said()).isNotEmpty());
      scene.assertOnce();
    }
  }

  @ParameterizedTest
  @CsvSource({"TWO_FACTOR_ON, TOKEN", "TWO_FACTOR_ON, NOTIFICATION", "ACCOUNT_CLOSED, MFA"})
  void killed_after_the_effect_the_fact_is_heard_again_and_nothing_happens_twice(
      Deed deed, Owner hearer) {
    for (int round = 0; round < ROUNDS; round++) {
      int tries = 1;
      while (!heardAgain(deed, hearer)) {
        assertThat(tries++).as("tries in which the offset was quicker").isLessThan(TRIES);
      }
    }
  }

  /** False when the offset was committed before the kill. */
  private boolean heardAgain(Deed deed, Owner hearer) {
    var scene = Scene.of(platform, deed);
    scene.begin();
    scene.awaitEffect(hearer);
    var killed = platform.service(hearer).kill();
    platform.service(hearer).awaitRevival(killed);
    boolean again = duplicates(hearer);
    scene.assertOnce();
    return again;
  }

  /** True when the service, which was just started, hears what it knows. */
  private boolean duplicates(Owner hearer) {
    try {
      await()
          .atMost(REDELIVERY)
          .until(() -> platform.service(hearer).metric("latchkey_inbox_duplicates_total") > 0);
      return true;
    } catch (ConditionTimeoutException none) {
      return false;
    }
  }
}
