package dev.latchkey.auth.epoch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.auth.redis.RedisScript;
import dev.latchkey.auth.redis.SharedLine;
import dev.latchkey.contracts.id.AccountId;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.common.vertx.VertxContext;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.redis.client.Redis;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A rise of an epoch where most of Redis is away. */
@QuarkusTest
class EpochCopyTest {

  private static final Duration SOON = Duration.ofSeconds(5);

  @Inject RedisAPI redis;
  @Inject SharedLine line;
  @Inject Vertx vertx;

  private final AccountId account = new AccountId(UUID.randomUUID());

  /** Has Redis learn the scripts, and the line opened. */
  @BeforeEach
  void a_copy_is_there() {
    var copy = new EpochCopy(redis, line);
    done(() -> copy.put(account, new Standing(1, null)));
    done(() -> copy.fence(new AccountId(UUID.randomUUID()), 1));
    assertThat(done(() -> copy.read(account))).contains(new Standing(1, null));
  }

  @Test
  void fence_and_copy_come_through_where_sessions_are_read_still() {
    var nowhere = Redis.createClient(vertx, "redis://127.0.0.1:1");
    var away = RedisAPI.newInstance(io.vertx.redis.client.RedisAPI.api(nowhere));
    var copy = new EpochCopy(away, line);
    assertThatThrownBy(
            () -> done(() -> new RedisScript(away, "return 1").run(List.of(), List.of())))
        .isNotNull();

    done(() -> copy.fence(account, 1));
    assertThat(done(() -> new EpochCopy(redis, line).read(account))).as("is fenced").isEmpty();

    done(() -> copy.put(account, new Standing(2, null)));
    assertThat(done(() -> new EpochCopy(redis, line).read(account)))
        .contains(new Standing(2, null));
  }

  /** As a request does: in a context of its own. */
  private <T> T done(Supplier<Uni<T>> work) {
    var context = VertxContext.createNewDuplicatedContext(vertx.getOrCreateContext());
    return Uni.createFrom()
        .<T>emitter(emitter ->
            context.runOnContext(
                nothing -> work.get().subscribe().with(emitter::complete, emitter::fail)))
        .await()
        .atMost(SOON);
  }
}
