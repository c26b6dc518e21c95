package dev.latchkey.e2e.chaos;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import dev.latchkey.e2e.Drawn;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.chaos.SlowingProxy.Weather;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.http.Call;
import dev.latchkey.e2e.person.Person;
import dev.latchkey.e2e.person.SignedIn;
import dev.latchkey.e2e.person.SshKeys;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.SecondWayIn;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Replicas whose way to a store is slow, narrow or broken: right answers or 503, and soon. */
@OnThePlatform
@Order(Integer.MAX_VALUE - 3)
@Isolated
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SlowStoresIT {

  /** Of each trouble of each store. Without a number, of a few. */
  private static final int ROUNDS = Integer.getInteger("latchkey.e2e.rounds", 0);

  private static final int FEW = 2;
  private static final int TRIES = 3;
  private static final int BUDGET = 10;
  private static final int WRONG = 403;
  private static final int TOO_MANY = 429;

  /** One second for a store, and the way there and back on a busy machine: as without stores. */
  private static final Duration SOON = Slack.of(Duration.ofMillis(1900));

  private static final Duration HEALING = Slack.of(Duration.ofSeconds(30));

  private final SlowingProxy postgres;
  private final SlowingProxy redis;
  private final SecondWayIn replicas;
  private final Platform platform;
  private final Api api;
  private final Random random = new Random(Drawn.SEED);
  private Person erin;
  private SignedIn here = new SignedIn("", "", "");
  private String ended = "";
  private int lookedAt;

  SlowStoresIT(Platform platform) {
    this.platform = platform;
    postgres = SlowingProxy.before(platform.port("postgres"));
    redis = SlowingProxy.before(platform.port("redis"));
    replicas =
        platform.secondWayIn(
            Map.of(
                "LATCHKEY_PG", "127.0.0.1:" + postgres.port(),
                "LATCHKEY_REDIS", "redis://127.0.0.1:" + redis.port()));
    api = replicas.api();
    erin = platform.people().stranger("erin");
  }

  /** What the way to a store can be like. */
  enum Trouble {
    LATENCY,
    BANDWIDTH,
    RESETS;

    Weather weather(Random random) {
      return switch (this) {
        case LATENCY -> Weather.latency(Duration.ofMillis(200));
        case BANDWIDTH -> Weather.bandwidth(1_000);
        // Every third piece of an answer is the last of its connection, and not whole.
        case RESETS -> bytes -> random.nextInt(3) == 0 ? random.nextInt(bytes) : bytes;
      };
    }
  }

  private record Way(String store, Trouble trouble) {}

  @BeforeEach
  void erin_has_two_factor_and_a_session_that_was_ended() {
    erin = platform.people().signedUp("erin");
    ended = erin.signIn("elsewhere").token();
    here = erin.signIn("here");
    erin.enrol(here);
    lookedAt = 0;
    healed();
  }

  @AfterEach
  void fair_weather() {
    postgres.turn(Weather.FAIR);
    redis.turn(Weather.FAIR);
  }

  @AfterAll
  void close() {
    replicas.close();
    postgres.close();
    redis.close();
  }

  static Stream<Arguments> ways() {
    var all =
        Stream.of("postgres", "redis")
            .flatMap(store -> Stream.of(Trouble.values()).map(trouble -> new Way(store, trouble)))
            .toList();
    return Drawn.of(all, ROUNDS, FEW).stream()
        .map(one -> Arguments.of(one.kind().store(), one.kind().trouble(), one.round()));
  }

  @ParameterizedTest(name = "{0}, {1}, round {2}")
  @MethodSource("ways")
  void nobody_is_let_in_or_shut_out_and_all_are_answered_soon(
      String store, Trouble trouble, int round) {
    System.out.printf("slow stores: round %d, -Dlatchkey.e2e.seed=%d%n", round, Drawn.SEED);
    (store.equals("postgres") ? postgres : redis).turn(trouble.weather(random));

    for (int i = 0; i < TRIES; i++) {
      rightOrUnavailable(account(here.token()), 200);
      rightOrUnavailable(account(ended), 401);
      rightOrUnavailable(account("HRKU-" + "0".repeat(36)), 401);
      rightOrUnavailable(signIn("not the password at all"), 401);
      rightOrUnavailable(signIn(erin.password()), 403);
      lookedAt += rightOrUnavailable(guess(), WRONG, TOO_MANY).status() == WRONG ? 1 : 0;
    }

    fair_weather();
    healed();
    for (int i = 0; i < BUDGET + 2; i++) {
      lookedAt += guess().sendPatiently().status() == WRONG ? 1 : 0;
    }
    assertThat(lookedAt).as("guesses looked at").isLessThanOrEqualTo(BUDGET);
    assertThat(guess().sendPatiently()).isRefused(429, "rate_limit");
  }

  @CanIgnoreReturnValue
  private Answer rightOrUnavailable(Call call, Integer... right) {
    var answer = call.send();
    if (answer.status() != 503) {
      assertThat(answer.status()).as("%s", answer).isIn(List.of(right));
    }
    assertThat(answer.took()).as("%s", answer).isLessThan(SOON);
    return answer;
  }

  private void healed() {
    healed(() -> account(here.token()), 200);
    healed(() -> account(ended), 401);
    healed(() -> signIn(erin.password()), 403);
  }

  private static void healed(Supplier<Call> call, int right) {
    await()
        .atMost(HEALING)
        .pollInterval(Duration.ofMillis(200))
        .untilAsserted(() -> assertThat(call.get().send()).hasStatus(right));
  }

  private Call account(String token) {
    return api.get("/account").bearer(token);
  }

  private Call signIn(String password) {
    return api.post("/sessions").basic(erin.email(), password);
  }

  private Call guess() {
    return api.post("/account/keys")
        .bearer(here.token())
        .code(erin.authenticator().wrongCode())
        .json(Map.of("public_key", SshKeys.line("guess")));
  }
}
