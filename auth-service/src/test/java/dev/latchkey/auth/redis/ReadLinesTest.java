package dev.latchkey.auth.redis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.redis.datasource.RedisDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.vertx.VertxContextSupport;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.redis.client.Response;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What several requests share must neither mix them up nor be missed when it is gone. */
@QuarkusTest
@Timeout(60)
class ReadLinesTest {

  private static final int MANY = 500;

  @Inject ReadLines lines;
  @Inject RedisAPI redis;
  @Inject RedisDataSource store;

  private final String key = "test:" + UUID.randomUUID();
  private RedisScript get;

  @BeforeEach
  void something() {
    get = new RedisScript(redis, "return redis.call('GET', KEYS[1])");
    store.value(String.class).set(key, "here");
  }

  @Test
  void each_gets_its_own_answer_in_its_own_context() {
    for (int one = 0; one < MANY; one++) {
      store.value(String.class).set(key + ":" + one, "number " + one);
    }

    IntStream.range(0, MANY)
        .parallel()
        .forEach(one -> assertThat(read(key + ":" + one)).isEqualTo("number " + one));
  }

  @Test
  void what_is_not_there_is_nothing() {
    assertThat(read(key + ":nowhere")).isNull();
  }

  @Test
  void a_connection_that_was_cut_is_missed_by_nobody() {
    for (int round = 0; round < 20; round++) {
      assertThat(read(key)).isEqualTo("here");
      store.execute("CLIENT", "KILL", "TYPE", "normal", "SKIPME", "yes");
    }
    assertThat(read(key)).isEqualTo("here");
  }

  @Test
  void a_script_that_redis_has_forgotten_is_told_again() {
    assertThat(read(key)).isEqualTo("here");
    store.execute("SCRIPT", "FLUSH");

    assertThat(read(key)).isEqualTo("here");
  }

  private @Nullable String read(String name) {
    try {
      var answer = VertxContextSupport.subscribeAndAwait(() -> inOneContext(name));
      return answer == null ? null : answer.toString();
    } catch (Throwable failure) {
      throw new AssertionError(name, failure);
    }
  }

  /** Whoever went on in another request's context would find its caller. */
  private Uni<Response> inOneContext(String name) {
    var mine = here();
    return get.read(lines, List.of(name)).invoke(() -> assertThat(here()).isSameAs(mine));
  }

  private static Context here() {
    return Vertx.currentContext();
  }
}
