package dev.latchkey.kit.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.latchkey.kit.testkit.RealStores;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BudgetsTest {

  private static final Duration WINDOW = Duration.ofMinutes(15);
  private static final Limit TEN = new Limit("ten", 10, WINDOW, Duration.ofHours(1));
  private static final Duration A_SECOND_AND_A_BIT = Duration.ofMillis(1300);
  private static final BudgetConfig PATIENT =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10));
  private static final BudgetConfig USUAL =
      new Patience(Duration.ofMillis(700), Duration.ofSeconds(1));

  private static final Stores STORES = Stores.open();

  private final MovedTime time = new MovedTime();
  private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
  private final String key = "someone-" + UUID.randomUUID();
  private final Budgets budgets = budgets(STORES.redis, STORES.pool, PATIENT);

  @AfterAll
  static void close() {
    STORES.close();
  }

  @Test
  void ten_may_try_and_the_eleventh_waits_for_the_window_to_end() {
    assertThat(take(10)).allMatch(grant -> grant instanceof Grant.Granted);
    assertThat(take()).isInstanceOfSatisfying(Grant.Refused.class, this::waitsForTheWindow);

    time.advance(WINDOW);

    assertThat(take()).isEqualTo(new Grant.Granted(9));
  }

  @Test
  @Tag("attack-11")
  void of_500_at_once_exactly_ten_are_granted() {
    assertThat(granted(atOnce(500))).isEqualTo(10);
    assertThat(meters.counter("latchkey.budget", "limit", "ten", "outcome", "granted").count())
        .isEqualTo(10);
  }

  @Test
  @Tag("attack-17")
  void a_flushed_redis_gives_nobody_a_new_start() {
    take(7);

    STORES.flushRedis();

    assertThat(granted(take(10))).isEqualTo(3);
  }

  @Test
  @Tag("attack-17")
  void a_redis_that_was_killed_comes_back_and_gives_nobody_a_new_start() {
    take(7);

    try (var outage = RealStores.redis().killed()) {
      assertThatThrownBy(this::take).isInstanceOf(Exception.class);
      outage.close();
    }

    await().ignoreExceptions().until(() -> take() instanceof Grant.Granted);
    assertThat(granted(take(10))).isEqualTo(2);
  }

  @Test
  @Tag("attack-17")
  void a_redis_that_was_promoted_is_not_believed() {
    take(10);
    STORES.redis.set(List.of("budget:unrelated", "1")).await().indefinitely();

    STORES.failRedisOver();

    assertThat(take()).isInstanceOfSatisfying(Grant.Refused.class, this::waitsForTheWindow);
  }

  @Test
  @Tag("attack-17")
  void flushes_while_500_try_at_once_grant_no_more_than_ten() {
    var tries = atOnce(250);
    var flushes =
        Uni.join().all(IntStream.range(0, 5).mapToObj(_ -> flush()).toList()).andFailFast();
    var more = atOnce(250);

    var grants = Uni.combine().all().unis(tries, flushes, more).asTuple().await().indefinitely();

    long all = granted(grants.getItem1()) + granted(grants.getItem3());
    assertThat(all).isEqualTo(10);
  }

  @Test
  void each_used_up_window_doubles_the_wait_up_to_the_longest() {
    var waits = IntStream.range(0, 5).mapToObj(_ -> useUp()).toList();

    assertThat(waits)
        .containsExactly(
            WINDOW,
            Duration.ofMinutes(30),
            Duration.ofHours(1),
            Duration.ofHours(1),
            Duration.ofHours(1));
  }

  @Test
  void the_longer_wait_survives_a_flush() {
    useUp();
    take(10);

    STORES.flushRedis();

    assertThat(take()).isInstanceOfSatisfying(Grant.Refused.class, wait -> about(wait, 30));
  }

  @Test
  void the_floor_refuses_for_what_is_left_of_the_window() {
    take();
    time.advance(Duration.ofMinutes(5));
    STORES.sql("update attempt_floor set taken = 10");

    assertThat(take()).isInstanceOfSatisfying(Grant.Refused.class, wait -> about(wait, 10));
  }

  @Test
  void a_day_without_a_used_up_window_forgets_the_longer_wait() {
    useUp();
    useUp();

    time.advance(Duration.ofHours(25));

    assertThat(useUp()).isEqualTo(WINDOW);
  }

  @Test
  void a_success_clears_failures_and_delay() {
    useUp();
    take(9);

    budgets.clear(TEN, key).await().indefinitely();

    assertThat(take()).isEqualTo(new Grant.Granted(9));
    take(9);
    assertThat(take()).isInstanceOfSatisfying(Grant.Refused.class, this::waitsForTheWindow);
  }

  @Test
  void an_attempt_given_back_can_be_taken_again_once() {
    take(10);

    budgets.giveBack(TEN, key).await().indefinitely();

    assertThat(granted(take(5))).isEqualTo(1);
  }

  @Test
  void keys_and_limits_do_not_share_a_count() {
    var other = new Limit("other", 10, WINDOW, WINDOW);
    take(10);

    assertThat(budgets.take(other, key).await().indefinitely()).isInstanceOf(Grant.Granted.class);
    assertThat(budgets.take(TEN, key + "x").await().indefinitely())
        .isInstanceOf(Grant.Granted.class);
  }

  @Test
  void neither_store_shows_whose_budget_it_is() {
    take();

    var redisKeys = STORES.redis.keys("*").await().indefinitely().toString();
    var rows = STORES.pool.query("select t::text from attempt_floor t").execute().await();
    assertThat(redisKeys).doesNotContain(key);
    assertThat(rows.indefinitely()).noneMatch(row -> row.getString(0).contains(key));
  }

  @Test
  void what_no_longer_counts_is_swept() {
    take();
    STORES.sql("update attempt_floor set forget_at = now() - interval '1 second'");

    int swept = new BudgetFloor(STORES.pool, PATIENT).sweep().await().indefinitely();

    assertThat(swept).isPositive();
    assertThat(new BudgetFloor(STORES.pool, PATIENT).sweep().await().indefinitely()).isZero();
  }

  @Test
  void a_redis_that_is_gone_fails_at_once() {
    var lonely = budgets(STORES.redis("redis://127.0.0.1:1"), STORES.pool, USUAL);

    assertThatThrownBy(() -> lonely.take(TEN, key).await().atMost(A_SECOND_AND_A_BIT))
        .isInstanceOf(Exception.class);
  }

  /** Else whoever was turned away for another reason would be told of ours (500). */
  @Test
  void what_cannot_be_given_back_is_kept_and_fails_nobody() {
    take();
    var lonely = budgets(STORES.redis("redis://127.0.0.1:1"), STORES.pool, USUAL);

    lonely.giveBack(TEN, key).await().atMost(A_SECOND_AND_A_BIT);

    assertThat(take()).isEqualTo(new Grant.Granted(8));
  }

  @ParameterizedTest
  @ValueSource(strings = {"redis", "postgresql"})
  void a_store_that_is_silent_fails_within_a_second(String silent) throws IOException {
    try (var hole = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
      var address = silent + "://mfa:mfa@127.0.0.1:" + hole.getLocalPort() + "/0";
      var lonely =
          silent.equals("redis")
              ? budgets(
                  STORES.redis("redis://127.0.0.1:" + hole.getLocalPort()), STORES.pool, USUAL)
              : budgets(STORES.redis, STORES.pool(address), USUAL);

      assertThatThrownBy(() -> lonely.take(TEN, key).await().atMost(A_SECOND_AND_A_BIT))
          .isInstanceOf(io.smallrye.mutiny.TimeoutException.class)
          .hasNoCause();
    }
    assertThat(meters.counter("latchkey.budget", "limit", "ten", "outcome", "unavailable").count())
        .isEqualTo(1);
  }

  /** Tries until refused; the wait that results, after which the time is moved past it. */
  private Duration useUp() {
    take(10);
    var refused = (Grant.Refused) take();
    time.advance(refused.retryAfter());
    return Duration.ofMinutes(Math.round(refused.retryAfter().toMillis() / 60_000.0));
  }

  private void waitsForTheWindow(Grant.Refused refused) {
    about(refused, WINDOW.toMinutes());
  }

  private static void about(Grant.Refused refused, long minutes) {
    assertThat(refused.retryAfter())
        .isBetween(Duration.ofMinutes(minutes).minusSeconds(20), Duration.ofMinutes(minutes));
  }

  private Grant take() {
    return budgets.take(TEN, key).await().indefinitely();
  }

  private List<Grant> take(int times) {
    return IntStream.range(0, times).mapToObj(_ -> take()).toList();
  }

  private Uni<List<Grant>> atOnce(int times) {
    var all = IntStream.range(0, times).mapToObj(_ -> budgets.take(TEN, key)).toList();
    return Uni.join().all(all).andFailFast();
  }

  private Uni<Void> flush() {
    return STORES.redis.flushall(List.of()).replaceWithVoid();
  }

  private static long granted(Uni<List<Grant>> grants) {
    return granted(grants.await().indefinitely());
  }

  private static long granted(List<Grant> grants) {
    return grants.stream().filter(grant -> grant instanceof Grant.Granted).count();
  }

  private Budgets budgets(RedisAPI redis, Pool pool, BudgetConfig config) {
    var keys =
        new BudgetKeys(
            Optional.of(Base64.getEncoder().encodeToString(new byte[32])), Optional.empty());
    return new Budgets(
        keys, new BudgetCounter(redis, time, config), new BudgetFloor(pool, config), meters);
  }

  /** A busy machine that runs other tests as well must not look like a silent store. */
  private record Patience(Duration redisPatience, Duration floorPatience) implements BudgetConfig {}
}
