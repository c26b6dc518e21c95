package dev.latchkey.auth.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis on which many reads wait for their answers at once (pipelining). The pool
 * lends a connection to one request at a time: each read would have to be handed one and to give it
 * back, and its answer would take a system call of its own on both sides.
 *
 * <p>Only for what reads: of what is on its way when a connection is lost nobody knows whether it
 * was done, and here it is asked again.
 */
@Singleton
public final class ReadLine {

  private final Redis redis;
  private final AtomicReference<@Nullable Future<RedisConnection>> current =
      new AtomicReference<>();

  ReadLine(Redis redis) {
    this.redis = redis;
  }

  /**
   * The answer to a command that reads; a null item when it is nil. Fails when the connection is
   * lost; the next one who asks gets another one. Has no time limit: who gives up says so ({@link
   * #leave}).
   */
  Uni<Response> send(Request read) {
    return Uni.createFrom()
        .completionStage(() -> answer(read).toCompletionStage())
        .map(Response::newInstance);
  }

  /** Sends nobody on the line that there is any more: it does not answer. */
  void leave() {
    leave(current.get());
  }

  private Future<io.vertx.redis.client.Response> answer(Request read) {
    var line = current.get();
    if (line == null || line.failed()) {
      open(line);
    } else if (line.succeeded()) {
      return line.result().send(read).onFailure(failure -> look(failure, line));
    }
    // Who waited for the line would go on as the request that opens it.
    return redis.send(read);
  }

  private void open(@Nullable Future<RedisConnection> before) {
    var line = redis.connect();
    if (!current.compareAndSet(before, line)) {
      line.onSuccess(RedisConnection::close);
    }
  }

  private void look(Throwable failure, Future<RedisConnection> line) {
    if (!RedisScript.unknown(failure)) {
      leave(line);
    }
  }

  /**
   * The pool gets it back when all who wait have been answered, as the last answer tells; if that
   * is never, TCP notices in the end. Another one that was opened meanwhile goes on.
   */
  private void leave(@Nullable Future<RedisConnection> line) {
    if (line != null && line.succeeded() && current.compareAndSet(line, null)) {
      var connection = line.result();
      connection.send(Request.cmd(Command.PING)).onComplete(last -> connection.close());
    }
  }
}
