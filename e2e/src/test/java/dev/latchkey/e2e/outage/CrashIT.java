package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.outage.Scene.AFTERWARDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Drawn;
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
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} at exact points: no event is lost, none takes effect twice. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 2)
@Timeout(value = 120, unit = TimeUnit.MINUTES)
@Isolated
@Tag("attack-65")
class CrashIT {

  /** Of each deed at each point. */
  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.crashes", 0);

  /** Without a number of rounds, at each point. */
  private static final int FEW = 1;

  /** An offset is committed every second: now and then in the moment between effect and kill. */
  private static final int TRIES = 4;

  private static final Duration REDELIVERY = Duration.ofSeconds(20);

  private final Platform platform;

  CrashIT(Platform platform) {
    this.platform = platform;
  }

  /** A deed whose fact has an effect somewhere. */
  private record Effect(Deed deed, Owner hearer) {}

  static Stream<Arguments> deeds() {
    return Drawn.of(List.of(Deed.values()), ROUNDS, FEW).stream()
        .map(one -> Arguments.of(one.kind(), one.round()));
  }

  static Stream<Arguments> effects() {
    return effects(
        new Effect(Deed.TWO_FACTOR_ON, Owner.AUTH),
        new Effect(Deed.TWO_FACTOR_ON, Owner.TOKEN),
        new Effect(Deed.TWO_FACTOR_ON, Owner.NOTIFICATION),
        new Effect(Deed.MAIL_SENT, Owner.NOTIFICATION),
        new Effect(Deed.ACCOUNT_CLOSED, Owner.MFA));
  }

  static Stream<Arguments> effectsThatAreSeen() {
    return effects(
        new Effect(Deed.TWO_FACTOR_ON, Owner.TOKEN),
        new Effect(Deed.TWO_FACTOR_ON, Owner.NOTIFICATION),
        new Effect(Deed.ACCOUNT_CLOSED, Owner.MFA));
  }

  private static Stream<Arguments> effects(Effect... all) {
    return Drawn.of(List.of(all), ROUNDS, FEW).stream()
        .map(one -> Arguments.of(one.kind().deed(), one.kind().hearer(), one.round()));
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("deeds")
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
  @MethodSource("deeds")
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

  @ParameterizedTest(name = "{0} to {1}, round {2}")
  @MethodSource("effects")
  void killed_between_hearing_and_effect_the_effect_comes_once(Deed deed, Owner hearer, int round) {
    var scene = Scene.of(platform, deed);
    try (var barrier = Barrier.beforeEffect(platform.postgres(), hearer)) {
      scene.begin();
      barrier.awaitArrival();
      var killed = platform.service(hearer).kill();
      barrier.close();
      platform.service(hearer).awaitRevival(killed);
    }

    await()
        .atMost(AFTERWARDS)
        .untilAsserted(() -> assertThat(scene.said()).as("%d", round).isNotEmpty());
    scene.assertOnce();
  }

  @ParameterizedTest(name = "{0} to {1}, round {2}")
  @MethodSource("effectsThatAreSeen")
  void killed_after_the_effect_the_fact_is_heard_again_and_nothing_happens_twice(
      Deed deed, Owner hearer, int round) {
    int tries = 1;
    while (!heardAgain(deed, hearer)) {
      assertThat(tries++).as("tries, round %d: the offset was quicker", round).isLessThan(TRIES);
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
