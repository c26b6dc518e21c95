package dev.latchkey.kit.budget;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.redis.client.RedisAPI;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/** The exact count, in Redis. Every call ends within the configured patience, well or not. */
@ApplicationScoped
class BudgetCounter {

  private static final Script TAKE = Script.of(TakeScript.TAKE);
  private static final Script GIVE_BACK = Script.of(TakeScript.GIVE_BACK);
  private static final Script CLEAR = Script.of(TakeScript.CLEAR);

  private final RedisAPI redis;
  private final BudgetTime time;
  private final Duration patience;

  BudgetCounter(RedisAPI redis, BudgetTime time, BudgetConfig config) {
    this.redis = redis;
    this.time = time;
    this.patience = config.redisPatience();
  }

  Uni<Answer> take(Limit limit, BudgetKey key) {
    return run(key, TakeScript.arguments(limit, time.offset()));
  }

  /** As {@link #take}; a counter that Redis still doesn't know starts where the floor says. */
  Uni<Answer> takeFrom(Tally floor, Limit limit, BudgetKey key) {
    var arguments = TakeScript.arguments(limit, time.offset());
    return run(key, Script.join(arguments, TakeScript.seed(floor)));
  }

  Uni<Void> giveBack(BudgetKey key) {
    return bounded(GIVE_BACK.run(redis, key, List.of())).replaceWithVoid();
  }

  Uni<Void> clear(BudgetKey key) {
    return bounded(CLEAR.run(redis, key, TakeScript.memory())).replaceWithVoid();
  }

  private Uni<Answer> run(BudgetKey key, List<String> arguments) {
    return bounded(TAKE.run(redis, key, arguments)).map(Answer::of);
  }

  private <T> Uni<T> bounded(Uni<T> call) {
    return call.ifNoItem().after(patience).fail();
  }
}
