package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.store.Barrier;
import dev.latchkey.e2e.store.Heard;
import dev.latchkey.e2e.store.HeldRelay;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code kill -9} at exact points: no event is lost, none takes effect twice. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 1)
@Timeout(value = 120, unit = TimeUnit.MINUTES)
class CrashIT {

  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.crashes", 1);
  private static final Duration AFTERWARDS = Slack.of(Duration.ofSeconds(40));

  private final Platform platform;
  private final Api api;

  CrashIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  /** Somebody in the middle of a deed. */
  private record Scene(Person erin, SignedIn here, SignedIn there, String account, int epoch) {}

  static Stream<Arguments> rounds() {
    return Stream.of(Deed.values())
        .flatMap(
            deed -> Stream.iterate(1, i -> i + 1).limit(ROUNDS).map(i -> Arguments.of(deed, i)));
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("rounds")
  void killed_between_commit_and_publish_the_fact_is_published_after_all(Deed deed, int round) {
    var scene = scene(deed);
    List<String> committed;
    try (var held = HeldRelay.of(platform.postgres(), deed.speaker())) {
      var unused = deed.begin(api, scene.erin(), scene.here());
      await().atMost(AFTERWARDS).until(() -> !waiting(deed, scene).isEmpty());
      committed = waiting(deed, scene);
      assertThat(said(deed, scene)).as("round %d of %s", round, held).isEmpty();
      var killed = platform.service(deed.speaker()).kill();
      held.close();
      platform.service(deed.speaker()).awaitRevival(killed);
    }

    await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(said(deed, scene)).isNotEmpty());
    assertThat(said(deed, scene)).containsAll(committed);
    assertOnce(deed, scene);
  }

  @ParameterizedTest(name = "{0}, round {1}")
  @MethodSource("rounds")
  void killed_between_publish_and_delete_the_fact_comes_again_under_the_same_id(
      Deed deed, int round) {
    var scene = scene(deed);
    try (var barrier = Barrier.beforeOutboxDelete(platform.postgres(), deed.speaker())) {
      var unused = deed.begin(api, scene.erin(), scene.here());
      barrier.awaitArrival();
      await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(said(deed, scene)).hasSize(1));
      var killed = platform.service(deed.speaker()).kill();
      barrier.close();
      platform.service(deed.speaker()).awaitRevival(killed);
    }

    await()
        .atMost(AFTERWARDS)
        .untilAsserted(() -> assertThat(said(deed, scene)).as("%d", round).hasSizeGreaterThan(1));
    assertThat(Stream.of(said(deed, scene)).flatMap(List::stream).distinct()).hasSize(1);
    assertOnce(deed, scene);
  }

  @ParameterizedTest
  @EnumSource(names = {"AUTH", "TOKEN", "NOTIFICATION"})
  void killed_between_hearing_and_effect_the_effect_comes_once(Owner hearer) {
    for (int round = 0; round < ROUNDS; round++) {
      var deed = Deed.TWO_FACTOR_ON;
      var scene = scene(deed);
      try (var barrier = Barrier.beforeEffect(platform.postgres(), hearer)) {
        var unused = deed.begin(api, scene.erin(), scene.here());
        barrier.awaitArrival();
        var killed = platform.service(hearer).kill();
        barrier.close();
        platform.service(hearer).awaitRevival(killed);
      }

      await().atMost(AFTERWARDS).untilAsserted(() -> assertThat(said(deed, scene)).isNotEmpty());
      assertOnce(deed, scene);
    }
  }

  private Scene scene(Deed deed) {
    var erin = platform.people().signedUp("erin");
    var here = erin.signIn("here");
    var there = erin.signIn("there");
    deed.prepare(erin, here);
    var account = erin.account(here);
    return new Scene(erin, here, there, account, epoch(account));
  }

  /** Ids of the deed's facts that are committed and not published. */
  private List<String> waiting(Deed deed, Scene scene) {
    return platform
        .postgres()
        .rows(
            deed.speaker(),
            "select id from outbox where account = ? and type like ?",
            UUID.fromString(scene.account()),
            "%." + deed.fact() + ".%")
        .stream()
        .map(List::getFirst)
        .toList();
  }

  /** Ids of the deed's facts as Kafka has them, one for each time it was sent. */
  private List<String> said(Deed deed, Scene scene) {
    return platform.events().about(scene.account(), deed.fact()).stream().map(Heard::id).toList();
  }

  private void assertOnce(Deed deed, Scene scene) {
    settle(deed, scene);
    assertThat(epoch(scene.account())).isEqualTo(scene.epoch() + (deed.cuts() ? 1 : 0));
    await()
        .atMost(AFTERWARDS)
        .untilAsserted(() ->
            assertThat(api.get("/account").bearer(scene.here().token()).send()).hasStatus(200));
    assertThat(api.get("/account").bearer(scene.there().token()).send())
        .hasStatus(deed.cuts() ? 401 : 200);
    var facts =
        platform.events().about(scene.account()).stream()
            .filter(heard -> !heard.fact().equals("SignedIn"))
            .collect(
                Collectors.groupingBy(
                    Heard::fact, Collectors.mapping(Heard::id, Collectors.toSet())));
    assertThat(facts.values()).as("%s", facts).allSatisfy(ids -> assertThat(ids).hasSize(1));
    if (deed.cuts()) {
      assertThat(facts).containsKeys("SessionsRevoked", "ApiKeyRotated");
    }
  }

  /** Until every outbox is empty, the cut is made and the security log has every fact. */
  private void settle(Deed deed, Scene scene) {
    await()
        .atMost(AFTERWARDS)
        .pollInterval(Duration.ofMillis(300))
        .untilAsserted(() -> {
          for (var owner : Owner.values()) {
            assertThat(platform.postgres().number(owner, "select count(*) from outbox")).isZero();
          }
          assertThat(logged(scene)).containsAll(toBeLogged(scene));
          assertThat(deed.cuts() && epoch(scene.account()) == scene.epoch()).isFalse();
        });
  }

  private List<String> logged(Scene scene) {
    return platform
        .postgres()
        .rows(
            Owner.NOTIFICATION,
            "select id from security_event where account = ?",
            UUID.fromString(scene.account()))
        .stream()
        .map(List::getFirst)
        .toList();
  }

  private List<String> toBeLogged(Scene scene) {
    return platform.events().about(scene.account()).stream()
        .filter(heard -> List.of("MfaEnabled", "PasswordChanged").contains(heard.fact()))
        .map(Heard::id)
        .distinct()
        .toList();
  }

  private int epoch(String account) {
    return (int)
        platform
            .postgres()
            .number(Owner.AUTH, "select epoch from account where id = ?", UUID.fromString(account));
  }
}
