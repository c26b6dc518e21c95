package dev.latchkey.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.Request;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several requests share must neither mix them up nor be missed when it is gone. */
@QuarkusTest
@Timeout(60)
class SharedLineTest {

  private static final String GET = "return redis.call('GET', KEYS[1])";
  private static final int MANY = 500;
  private static final int TOO_MANY = 3_000;

  @Inject SharedLine line;
  @Inject RedisAPI redis;
  @Inject RedisDataSource store;
  @Inject Vertx vertx;

  private final String key = "test:" + UUID.randomUUID();
  private RedisScript get;

  @BeforeEach
  void something() {
    get = new RedisScript(redis, GET);
    store.value(String.class).set(key, "here");
    // The first one has Redis learn the script and, meanwhile, the line opened.
    assertThat(read(get, key)).isEqualTo("here");
  }

  /** One that is asked while the line is not there, or lost, would fail: there is no pool. */
  private RedisScript onTheLineAlone() {
    return new RedisScript(on("redis://127.0.0.1:1"), GET);
  }

  private RedisAPI on(String address) {
    var client = Redis.createClient(vertx, address);
    return RedisAPI.newInstance(io.vertx.redis.client.RedisAPI.api(client));
  }

  @Test
  void each_of_many_at_once_gets_its_own_answer_in_its_own_context() {
    var alone = onTheLineAlone();
    for (int one = 0; one < MANY; one++) {
      store.value(String.class).set(key + ":" + one, "number " + one);
    }

    var loop = vertx.getOrCreateContext();
    var answers =
        IntStream.range(0, MANY).mapToObj(one -> begin(alone, key + ":" + one, loop)).toList();

    for (int one = 0; one < MANY; one++) {
      assertThat(answers.get(one).join()).isEqualTo("number " + one);
    }
  }

  @Test
  void what_is_not_there_is_nothing() {
    assertThat(read(get, key + ":nowhere")).isNull();
  }

  @Test
  void a_connection_that_was_cut_is_missed_by_nobody() {
    for (int round = 0; round < 20; round++) {
      store.execute("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");

      assertThat(read(get, key)).isEqualTo("here");
    }
  }

  @Test
  void one_that_was_left_answers_whoever_waits_and_another_is_opened() {
    for (int round = 0; round < 20; round++) {
      var waiting = begin(get, key, vertx.getOrCreateContext());
      line.use().leave();

      assertThat(waiting.join()).isEqualTo("here");
      assertThat(read(get, key)).isEqualTo("here");
    }
  }

  /** More than wait on one connection at most: these are refused, and the others not forgotten. */
  @Test
  void one_that_is_full_is_not_left() {
    var alone = onTheLineAlone();
    store.execute("CLIENT", "PAUSE", "200");
    var loop = vertx.getOrCreateContext();

    var answers = IntStream.range(0, TOO_MANY).mapToObj(one -> begin(alone, key, loop)).toList();
    var answered = answers.stream().filter(SharedLineTest::isAnswered).count();

    assertThat(answered).isBetween(1_000L, TOO_MANY - 1L);
    assertThat(read(alone, key)).as("the line goes on").isEqualTo("here");
  }

  private static boolean isAnswered(CompletableFuture<@Nullable String> answer) {
    return "here".equals(answer.handle((found, failure) -> found).join());
  }

  @Test
  void what_redis_refuses_sends_nobody_away() {
    var oom = new RedisScript(redis, "return redis.error_reply('OOM command not allowed')");

    // The first one has Redis learn the script.
    for (int round = 0; round < 2; round++) {
      theLineIsOpen();
      assertThatThrownBy(() -> read(oom, key)).hasMessageContaining("OOM");
    }

    assertThat(connections()).as("connections that one use was answered on").hasSize(1);
  }

  @Test
  void a_line_that_has_answered_is_not_left_when_the_pool_is_slow() throws IOException {
    theLineIsOpen();
    try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      var unknown = "return '" + key + "'";
      var script = new RedisScript(on("redis://127.0.0.1:" + silent.getLocalPort()), unknown);

      assertThatThrownBy(() -> read(script, key)).hasCauseInstanceOf(TimeoutException.class);
    }

    assertThat(connections()).as("connections that one use was answered on").hasSize(1);
  }

  @Test
  void one_that_does_not_answer_is_left() {
    theLineIsOpen();
    store.execute("CLIENT", "PAUSE", "1000");

    assertThatThrownBy(() -> read(get, key)).hasCauseInstanceOf(TimeoutException.class);

    assertThat(connections()).as("not the line, but several of the pool").hasSizeGreaterThan(1);
  }

  private void theLineIsOpen() {
    Awaitility.await().until(() -> connections().size() == 1);
  }

  /** Where many at once are answered: all on the line; without it each on one of the pool. */
  private Set<String> connections() {
    var use = line.use();
    return IntStream.range(0, 50)
        .mapToObj(one -> use.send(Request.cmd(Command.CLIENT).arg("ID")))
        .map(Uni::subscribeAsCompletionStage)
        .toList()
        .stream()
        .map(answer -> answer.orTimeout(10, TimeUnit.SECONDS).join().toString())
        .collect(Collectors.toSet());
  }

  @Test
  void a_script_that_redis_has_forgotten_is_told_again() {
    store.execute("SCRIPT", "FLUSH");

    assertThat(read(get, key)).isEqualTo("here");
  }

  private @Nullable String read(RedisScript script, String name) {
    return begin(script, name, vertx.getOrCreateContext()).join();
  }

  /** As a request does: in a context of its own. Going on in another's would fail. */
  private CompletableFuture<@Nullable String> begin(RedisScript script, String name, Context loop) {
    var answer = new CompletableFuture<@Nullable String>();
    var mine = VertxContext.createNewDuplicatedContext(loop);
    mine.runOnContext(nothing ->
        script
            .share(line, List.of(name), List.of())
            .invoke(() -> assertThat(Vertx.currentContext()).isSameAs(mine))
            .map(found -> found == null ? null : found.toString())
            .subscribe()
            .with(answer::complete, answer::completeExceptionally));
    return answer.orTimeout(10, TimeUnit.SECONDS);
  }
}
