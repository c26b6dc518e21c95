package dev.latchkey.e2e.attack;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.e2e.Slack;
import dev.latchkey.e2e.http.Answer;
import dev.latchkey.e2e.http.Api;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Ten times as many sign-ins as can be hashed: most are turned away at once, and nobody else waits.
 */
@OnThePlatform
@Order(Integer.MAX_VALUE - 5)
@Isolated
class FloodIT {

  private static final int TIMES = 10;
  private static final int CHECKS_PER_SECOND = 10;

  /**
   * Of flood, on a machine that does nothing else; none otherwise: it takes the time of answers.
   */
  private static final int SECONDS = Integer.getInteger("latchkey.e2e.flood-seconds", 0);

  /** As long it goes on before it counts: a JVM that has just started compiles itself first. */
  private static final int RAMP_SECONDS = 10;

  private static final Duration AT_ONCE = Slack.of(Duration.ofMillis(200));

  /** What a check may take on a machine whose two cores also make the flood. */
  private static final Duration LEAST_BOUND = Slack.of(Duration.ofMillis(500));

  /** The heap has its own limit: this is for what grows beside it. */
  private static final long MORE_MEMORY = 256L << 20;

  private final Platform platform;
  private final Api api;
  private final AtomicInteger strangers = new AtomicInteger();

  FloodIT(Platform platform) {
    this.platform = platform;
    api = platform.api();
  }

  @Test
  @Tag("attack-72")
  void a_flood_of_sign_ins_is_turned_away_at_once_and_sessions_go_on() throws Exception {
    assumeTrue(SECONDS > 0, "no -Dlatchkey.e2e.flood-seconds");
    var token = platform.people().signedUp("erin").signIn().token();
    var check = List.of(new SteadyLoad.Asked("check", () -> check(token)));
    var signIns = List.of(new SteadyLoad.Asked("sign-in", this::signIn));
    warmUp(signIns, check);
    int capacity = capacity();
    var calm = during(check, CHECKS_PER_SECOND, 2);
    var auth = platform.service(Owner.AUTH).process();
    long before = auth.residentBytes();

    Samples flood;
    Samples checks;
    try (var beside = SteadyLoad.of(CHECKS_PER_SECOND, check)) {
      flood = during(signIns, TIMES * capacity, SECONDS);
      checks = beside.stop();
    }

    var refused = flood.that(sample -> sample.status() == 503 || sample.status() == 429);
    long grown = auth.residentBytes() - before;
    System.out.printf(
        "flood of %d/s over %d/s: %s; refused in %d ms (half), %d ms (99 %%); checks %d ms, calm %d ms"
            + " (99 %%); %d MiB more%n",
        TIMES * capacity,
        capacity,
        flood.statuses(),
        refused.percentile(50).toMillis(),
        refused.percentile(99).toMillis(),
        checks.percentile(99).toMillis(),
        calm.percentile(99).toMillis(),
        grown >> 20);
    assertThat(flood.statuses().keySet()).isSubsetOf(401, 429, 503);
    assertThat(refused.size()).as("most of them").isGreaterThan(flood.size() / 2);
    assertThat(refused.percentile(50)).isLessThan(AT_ONCE);
    assertThat(checks.statuses().keySet()).as("checks of a session").containsOnly(200);
    var bound = calm.percentile(99).multipliedBy(2);
    assertThat(checks.percentile(99)).isLessThan(max(bound, LEAST_BOUND));
    assertThat(platform.service(Owner.AUTH).process().pid()).isEqualTo(auth.pid());
    assertThat(grown).isLessThan(MORE_MEMORY);
    assertThat(log()).doesNotContain("OutOfMemoryError");
    assertThat(signIn().status()).as("afterwards").isEqualTo(401);
  }

  /** Nothing is wrong meanwhile; it may be slow, or not now. */
  private void warmUp(List<SteadyLoad.Asked> signIns, List<SteadyLoad.Asked> check)
      throws InterruptedException {
    try (var beside = SteadyLoad.of(CHECKS_PER_SECOND, check)) {
      var flood = during(signIns, TIMES * capacity(), RAMP_SECONDS);
      assertThat(flood.statuses().keySet()).isSubsetOf(401, 429, 503);
      assertThat(beside.stop().statuses().keySet()).isSubsetOf(200, 503);
    }
  }

  /** How many passwords are hashed in a second: one after the other, as the queue does. */
  private int capacity() {
    int tried = 8;
    long begun = System.nanoTime();
    for (int i = 0; i < tried; i++) {
      assertThat(signIn()).isRefused(401, "unauthorized");
    }
    double seconds = (System.nanoTime() - begun) / 1e9;
    return Math.max(1, (int) (tried / seconds));
  }

  /** Each of an address of its own: no budget is used up, and every one of them is to be hashed. */
  private Answer signIn() {
    var address =
        "nobody-%d-%d@example.com".formatted(System.nanoTime(), strangers.incrementAndGet());
    return api.post("/sessions").basic(address, "some words that are wrong").send();
  }

  private Answer check(String token) {
    return api.get("/account").bearer(token).send();
  }

  private static Samples during(List<SteadyLoad.Asked> calls, int perSecond, int seconds)
      throws InterruptedException {
    try (var load = SteadyLoad.of(perSecond, calls)) {
      TimeUnit.SECONDS.sleep(seconds);
      return load.stop();
    }
  }

  private String log() throws IOException {
    return Files.readString(platform.data().resolve("logs/auth-service.log"));
  }

  private static Duration max(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }
}
