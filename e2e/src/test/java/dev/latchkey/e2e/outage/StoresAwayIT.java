package dev.latchkey.e2e.outage;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.store.Heard;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A store is away: nothing fails open, answers come soon, and all heals by itself. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 3)
@Isolated
class StoresAwayIT {

  /** One second for a store that hangs, and the way there and back on a busy machine. */
  private static final Duration SOON = Slack.of(Duration.ofMillis(1900));

  /** Redis alone is waited for 0.7 s. */
  private static final Duration SOONER = Slack.of(Duration.ofSeconds(1));

  /** It waits longer for a service than services for each other: a cascade may take a while. */
  private static final Duration PATIENCE_OF_THE_GATEWAY = Slack.of(Duration.ofSeconds(6));

  /** Of each way to be away. Without a number, of one of them. */
  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.rounds", 0);

  private static final Duration HEALING = Slack.of(Duration.ofSeconds(30));

  private final Platform platform;
  private final Api api;
  private Person erin;
  private SignedIn here;
  private String key = "";
  private String script = "";

  StoresAwayIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
    erin = platform.people().stranger("erin");
    here = new SignedIn("", "", "");
  }

  /** How a store can be away. */
  enum Away {
    /** Connections stay open and nothing answers. */
    HANGING,
    /** Connections are refused. */
    GONE
  }

  static Stream<Away> ways() {
    return Drawn.of(List.of(Away.values()), ROUNDS, 1).stream().map(Drawn::kind);
  }

  @BeforeEach
  void erin_has_every_kind_of_credential() {
    erin = platform.people().signedUp("erin");
    here = erin.signIn();
    key = erin.apiKey(here);
    script = erin.authorize(here, "global");
  }

  @AfterEach
  void all_is_well_again() {
    awaitHealth();
  }

  @ParameterizedTest
  @MethodSource("ways")
  @Tag("attack-18")
  void without_redis_nobody_signs_in_and_tokens_go_on(Away away) {
    erin.startEnrolment(here);
    try (var outage = begin("redis", away)) {
      var signIn = erin.signingIn().send();
      assertSoonUnavailable(signIn);
      assertThat(signIn.took()).isLessThan(SOONER);
      assertSoonUnavailable(account(here.token()));
      assertSoonUnavailable(erin.confirming(here).send());
      assertThat(account(key)).hasStatus(200);
      assertThat(account(script)).hasStatus(200);
      assertSoonUnavailable(
          api.post("/account/two-factor").bearer(here.token()).password(erin.password()).send());
      assertThat(outage).isNotNull();
    }

    healed(() -> account(here.token()));
    assertThat(api.get("/account/two-factor").bearer(here.token()).send())
        .hasText("/enabled", "false");
    assertThat(erin.signIn().token()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void without_postgresql_nothing_is_decided(Away away) {
    try (var outage = begin("postgres", away)) {
      assertSoonUnavailable(erin.signingIn().send());
      assertSoonUnavailable(account(key));
      assertSoonUnavailable(account(script));
      assertSoonUnavailable(
          api.post("/account/two-factor").bearer(here.token()).password(erin.password()).send());
      assertThat(outage).isNotNull();
    }

    healed(() -> account(key));
    healed(() -> account(script));
    healed(() -> account(here.token()));
    assertThat(erin.enrol(here)).hasStatus(200);
  }

  @ParameterizedTest
  @MethodSource("ways")
  @Tag("attack-64")
  @Tag("attack-70")
  void without_kafka_the_cascade_still_cuts_within_two_seconds_and_no_event_is_lost(Away away) {
    var there = erin.signIn("elsewhere");
    var account = erin.account(here);
    erin.startEnrolment(here);

    try (var outage = begin("kafka", away)) {
      var receipt = erin.confirming(here).send();

      assertThat(receipt).hasStatus(200).hasText("/cascade", "done");
      assertThat(receipt.took()).isLessThan(Slack.of(Duration.ofSeconds(2)));
      assertThat(account(there.token())).isRefused(401, "unauthorized");
      assertThat(account(key)).isRefused(401, "unauthorized");
      assertThat(account(here.token())).hasStatus(200);
      assertThat(erin.signInWithCode().token()).isNotEmpty();
      assertThat(outage).isNotNull();
    }

    await()
        .atMost(HEALING)
        .pollInterval(Duration.ofMillis(500))
        .untilAsserted(() ->
            assertThat(facts(account))
                .contains("MfaEnabled", "SessionsRevoked", "ApiKeyRotated", "SignedIn"));
    assertThat(facts(account)).filteredOn("MfaEnabled"::equals).hasSize(1);
    assertThat(facts(account)).filteredOn("SessionsRevoked"::equals).hasSize(1);
    assertThat(facts(account)).filteredOn("ApiKeyRotated"::equals).hasSize(1);
    outboxesDrain();
    assertThat(epoch(account)).isEqualTo(2);
  }

  @ParameterizedTest
  @MethodSource("ways")
  @Tag("attack-19")
  void without_mfa_service_no_sign_in_completes_and_tokens_go_on(Away away) {
    erin.enrol(here);
    var newKey = erin.apiKey(here);
    var challenge = erin.challenge();

    try (var outage = beginWithout(Owner.MFA, away)) {
      assertSoonUnavailable(erin.signingIn().send());
      assertSoonUnavailable(
          api.post("/sessions").challenge(challenge).code(erin.authenticator().freshCode()).send());
      var asked =
          api.delete("/account/two-factor").bearer(here.token()).password(erin.password()).send();
      assertThat(asked).isUnavailable();
      assertThat(asked.took()).isLessThan(PATIENCE_OF_THE_GATEWAY);
      assertThat(account(newKey)).hasStatus(200);
      assertThat(account(script)).hasStatus(200);
      assertThat(account(here.token())).hasStatus(200);
      assertThat(outage).isNotNull();
    }

    healed(() -> api.get("/account/two-factor").bearer(here.token()).send());
    assertThat(erin.signInWithCode().token()).isNotEmpty();
  }

  @ParameterizedTest
  @MethodSource("ways")
  void without_token_service_sessions_go_on_and_authorizations_are_not_believed(Away away) {
    try (var outage = beginWithout(Owner.TOKEN, away)) {
      assertSoonUnavailable(account(script));
      assertThat(account(here.token())).hasStatus(200);
      assertThat(account(key)).hasStatus(200);
      assertThat(outage).isNotNull();
    }

    healed(() -> account(script));
  }

  @Test
  @Tag("attack-70")
  void without_notification_service_everything_goes_on_and_it_catches_up() {
    try (var outage = beginWithout(Owner.NOTIFICATION, Away.GONE)) {
      assertThat(erin.enrol(here)).hasText("/cascade", "done");
      assertThat(erin.signInWithCode().token()).isNotEmpty();
      assertThat(outage).isNotNull();
    }

    await()
        .atMost(HEALING)
        .untilAsserted(() ->
            assertThat(api.get("/account/security-log").bearer(here.token()).send().body())
                .contains("mfa_enabled"));
  }

  /** An outage that ends. */
  private interface Outage extends AutoCloseable {
    @Override
    void close();
  }

  private Outage begin(String store, Away away) {
    if (away == Away.HANGING) {
      return platform.store(store).pause()::close;
    }
    platform.store(store).stop();
    return platform.store(store)::start;
  }

  private Outage beginWithout(Owner owner, Away away) {
    var service = platform.service(owner);
    if (away == Away.HANGING) {
      return service.process().pause()::close;
    }
    service.stop();
    return service::start;
  }

  private static void assertSoonUnavailable(Answer answer) {
    assertThat(answer).isUnavailable();
    assertThat(answer.took()).isLessThan(SOON);
  }

  private static void healed(java.util.function.Supplier<Answer> call) {
    await()
        .atMost(HEALING)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(call.get()).hasStatus(200));
  }

  private void awaitHealth() {
    for (var owner : Owner.values()) {
      platform.service(owner).awaitReady();
    }
  }

  private void outboxesDrain() {
    await()
        .atMost(HEALING)
        .untilAsserted(() -> {
          for (var owner : Owner.values()) {
            assertThat(platform.postgres().number(owner, "select count(*) from outbox"))
                .as(owner.service())
                .isZero();
          }
        });
  }

  private List<String> facts(String account) {
    return platform.events().about(account).stream().map(Heard::fact).toList();
  }

  private Answer account(String token) {
    return api.get("/account").bearer(token).send();
  }

  private long epoch(String account) {
    return platform
        .postgres()
        .number(Owner.AUTH, "select epoch from account where id = ?", UUID.fromString(account));
  }
}
