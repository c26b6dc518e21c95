package dev.latchkey.auth.redis;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.mutiny.redis.client.Response;
import io.vertx.redis.client.Command;
import io.vertx.redis.client.Redis;
import io.vertx.redis.client.RedisConnection;
import io.vertx.redis.client.Request;
import jakarta.inject.Singleton;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * One connection to Redis on which many requests wait for their answers at once (pipelining). The
 * pool lends a connection to one request at a time: each would have to be handed one and to give it
 * back, and its answer would take a system call of its own on both sides.
 *
 * <p>Only for what may be done twice: of what is on its way when a connection is lost nobody knows
 * whether it was done, and here it is asked again.
 *
 * <p>Answers are told apart by their order alone. So never a subscription or CLIENT TRACKING on
 * such a connection: what Redis pushes would be taken for an answer, and everybody behind would get
 * the one that is somebody else's.
 */
@Singleton
public final class SharedLine {

  private static final String FULL = "Redis waiting queue";

  /** The client's words, in the form of an answer of Redis. */
  private static final String CLOSED = "CONNECTION_CLOSED";

  private static final long LATER_MS = 1_000;

  private final Redis redis;
  private final Vertx vertx;
  private final AtomicReference<@Nullable Future<RedisConnection>> current =
      new AtomicReference<>();

  SharedLine(Redis redis, Vertx vertx) {
    this.redis = redis;
    this.vertx = vertx;
  }

  /** The line as it is now. */
  Use use() {
    var line = current.get();
    if (line == null || line.failed()) {
      open(line);
    }
    // Who waited for the line would go on as the request that opens it.
    return new Use(line != null && line.succeeded() ? line : null);
  }

  /** One command's way: on the line, or on a connection of the pool while there is none. */
  final class Use {

    private final @Nullable Future<RedisConnection> line;
    private volatile boolean answered;

    private Use(@Nullable Future<RedisConnection> line) {
      this.line = line;
    }

    /**
     * The answer; a null item when it is nil. Fails when the connection is lost; the next one who
     * asks gets another one. Has no time limit: who gives up says so ({@link #giveUp}).
     */
    Uni<Response> send(Request command) {
      return Uni.createFrom()
          .completionStage(() -> answer(command).toCompletionStage())
          .map(Response::newInstance);
    }

    private Future<io.vertx.redis.client.Response> answer(Request command) {
      return line == null
          ? redis.send(command)
          : line.result().send(command).onComplete(answer -> answered = true).onFailure(this::look);
    }

    /** A line that is only full, or on which Redis has said no, is well: others go on there. */
    private void look(Throwable failure) {
      if (!said(failure) && !full(failure)) {
        leave();
      }
    }

    /**
     * Waits no longer. The line is left if that is what does not answer: the pool may be it too.
     */
    void giveUp() {
      if (!answered) {
        leave();
      }
    }

    /**
     * Sends nobody there any more: it does not answer. The pool gets the connection back when all
     * who wait have been answered, as the last answer tells; if that is never, when nothing was
     * read from it for a while (quarkus.redis.tcp.read-idle-timeout). Another line that was opened
     * meanwhile goes on.
     */
    void leave() {
      if (line != null && current.compareAndSet(line, null)) {
        giveBack(line.result());
      }
    }
  }

  /** Not while it owes answers: whoever the pool lends it to would wait behind them. */
  private void giveBack(RedisConnection connection) {
    connection
        .send(Request.cmd(Command.PING))
        .onComplete(last -> {
          if (last.failed() && full(last.cause())) {
            vertx.setTimer(LATER_MS, timer -> giveBack(connection));
          } else {
            connection.close();
          }
        });
  }

  /** True when Redis has answered, if only to refuse: it knows no such script, has no memory, … */
  private static boolean said(Throwable failure) {
    return failure instanceof io.vertx.redis.client.Response
        && !CLOSED.equals(failure.getMessage());
  }

  private static boolean full(Throwable failure) {
    return String.valueOf(failure.getMessage()).startsWith(FULL);
  }

  private void open(@Nullable Future<RedisConnection> before) {
    var line = redis.connect();
    if (!current.compareAndSet(before, line)) {
      line.onSuccess(RedisConnection::close);
    }
  }
}
