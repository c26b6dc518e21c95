package dev.latchkey.auth.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Context;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A connection to Redis for each event loop, on which many reads wait for their answers at once
 * (pipelining). The pool lends a connection to one request at a time, of whichever event loop: each
 * read would cost two more changes between threads, and a system call of its own on both sides.
 *
 * <p>Only for what reads: of what is on its way when a connection is lost nobody knows whether it
 * was done, and here it is asked again.
 */
@Singleton
public final class ReadLines {

  private final Redis redis;
  private final Map<Thread, Future<RedisConnection>> lines = new ConcurrentHashMap<>();

  ReadLines(Redis redis) {
    this.redis = redis;
  }

  /**
   * The answer to a command that reads; a null item when it is nil. Fails when the connection is
   * lost; the next one who asks gets another one. Has no time limit.
   */
  Uni<Response> send(Request read) {
    return Uni.createFrom()
        .completionStage(() -> answer(read).toCompletionStage())
        .map(Response::newInstance);
  }

  private Future<io.vertx.redis.client.Response> answer(Request read) {
    if (!Context.isOnEventLoopThread()) {
      return redis.send(read);
    }
    var loop = Thread.currentThread();
    var line = line(loop);
    // Who waited for this future would go on as the request that it was made for.
    return line.succeeded()
        ? line.result().send(read).onFailure(failure -> look(failure, loop, line))
        : redis.send(read);
  }

  /** No two threads share an entry, so looking and putting need not be one step. */
  private Future<RedisConnection> line(Thread loop) {
    var line = lines.get(loop);
    if (line == null || line.failed()) {
      line = redis.connect();
      lines.put(loop, line);
    }
    return line;
  }

  /** What Redis itself says does not end a line; all else may. */
  private void look(Throwable failure, Thread loop, Future<RedisConnection> line) {
    if (!RedisScript.unknown(failure) && lines.remove(loop, line)) {
      line.result().close();
    }
  }
}
