package dev.latchkey.kit.budget;

import dev.latchkey.kit.testkit.RealStores;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.redis.client.Redis;
import io.vertx.mutiny.redis.client.RedisAPI;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.pgclient.PgConnectOptions;
import io.vertx.redis.client.RedisOptions;
import io.vertx.sqlclient.PoolOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Clients of the real PostgreSQL and Redis, as Quarkus would make them. */
final class Stores implements AutoCloseable {

  private final Vertx vertx = Vertx.vertx();
  final Pool pool = pool("postgresql://mfa:mfa@" + RealStores.postgres().address() + "/mfa");
  final RedisAPI redis = redis("redis://" + RealStores.redis().address());

  static Stores open() {
    var stores = new Stores();
    stores.sql("drop table if exists attempt_floor");
    stores.sql(migration());
    return stores;
  }

  RedisAPI redis(String address) {
    var options =
        new RedisOptions().setConnectionString(address).setMaxPoolSize(8).setMaxPoolWaiting(2000);
    return RedisAPI.api(Redis.createClient(vertx, options));
  }

  Pool pool(String address) {
    return Pool.pool(vertx, PgConnectOptions.fromUri(address), new PoolOptions().setMaxSize(8));
  }

  void sql(String statements) {
    pool.query(statements).execute().await().indefinitely();
  }

  /** All data gone. */
  void flushRedis() {
    redis.flushall(List.of()).await().indefinitely();
  }

  /** The data is still there, but the server was promoted: it may lack what came last. */
  void failRedisOver() {
    redis.replicaof("127.0.0.1", "1").await().indefinitely();
    redis.replicaof("NO", "ONE").await().indefinitely();
  }

  @Override
  public void close() {
    redis.close();
    pool.closeAndAwait();
    vertx.closeAndAwait();
  }

  private static String migration() {
    try (var file = Stores.class.getResourceAsStream("/db/budget/V0_2__attempt_floor.sql")) {
      return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
