package dev.latchkey.kit.problem;

import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.ResteasyReactiveClientProblem;

/**
 * Tells a store or another service that is away for a moment from a bug of ours. Drivers are known
 * by the names of their exceptions, so that the kit drags no database onto anybody's class path.
 */
public final class Outage {

  private static final Duration RETRY_AFTER = Duration.ofSeconds(5);

  private static final Set<String> NAMES =
      Set.of(
          "io.smallrye.mutiny.TimeoutException",
          "io.vertx.core.http.ConnectionPoolTooBusyException",
          "io.vertx.core.http.HttpClosedException",
          "io.vertx.sqlclient.ClosedConnectionException",
          "org.apache.kafka.common.errors.RetriableException",
          "org.eclipse.microprofile.faulttolerance.exceptions.BulkheadException",
          "org.eclipse.microprofile.faulttolerance.exceptions.CircuitBreakerOpenException",
          "org.eclipse.microprofile.faulttolerance.exceptions.TimeoutException",
          "org.hibernate.exception.JDBCConnectionException",
          "org.hibernate.exception.LockAcquisitionException",
          "java.sql.SQLTransientException",
          "java.sql.SQLNonTransientConnectionException");

  /** PostgreSQL: connection, rollback by deadlock, resources, lock wait, operator (SQLSTATE). */
  private static final Pattern SQLSTATE =
      Pattern.compile(".*\\((08\\w{3}|40\\w{3}|53\\w{3}|55P03|57\\w{3})\\)");

  /** Redis: starting, failing over, or gone. */
  private static final Pattern REDIS =
      Pattern.compile(
          "(LOADING|READONLY|MASTERDOWN|CLUSTERDOWN|TRYAGAIN|BUSY|CONNECTION_CLOSED)\\b.*");

  /** Vert.x pools and sockets fail with bare texts. */
  private static final Pattern VERTX =
      Pattern.compile("(?i)(timeout|connection|redis waiting queue).*");

  private Outage() {}

  /** 503 that says when to come back. */
  public static Problem problem() {
    return CommonProblem.UNAVAILABLE.problem().retryAfter(RETRY_AFTER);
  }

  /** True when waiting may help: the failure, or one that caused it, is a dependency's absence. */
  public static boolean causes(Throwable failure) {
    Throwable cause = failure;
    for (int depth = 0; cause != null && depth < 16; depth++) {
      if (away(cause)) {
        return true;
      }
      cause = cause.getCause();
    }
    return false;
  }

  /** True when it is Redis that says so itself: it starts, fails over, or hung up. */
  public static boolean ofRedis(Throwable failure) {
    return says(failure, "io.vertx.redis.client.impl.types.ErrorType", REDIS);
  }

  private static boolean away(Throwable failure) {
    return switch (failure) {
      case SocketException gone -> true;
      case SocketTimeoutException late -> true;
      case UnknownHostException gone -> true;
      case ClosedChannelException gone -> true;
      case TimeoutException late -> true;
      case ResteasyReactiveClientProblem refused -> calleeFailed(refused);
      default -> named(failure);
    };
  }

  /** A callee that answers 5xx is away; one that answers 4xx found a bug of ours. */
  private static boolean calleeFailed(ResteasyReactiveClientProblem refused) {
    return refused instanceof jakarta.ws.rs.WebApplicationException answer
        && answer.getResponse().getStatus() >= 500;
  }

  private static boolean named(Throwable failure) {
    return is(failure, NAMES::contains)
        || says(failure, "io.vertx.pgclient.PgException", SQLSTATE)
        || ofRedis(failure)
        || says(failure, "io.vertx.core.VertxException", VERTX)
        // What the REST client makes of a connection that its callee dropped, the cause left out.
        || says(failure, "java.io.IOException", VERTX)
        || says(failure, "io.vertx.core.impl.NoStackTraceThrowable", VERTX);
  }

  private static boolean says(Throwable failure, String type, Pattern pattern) {
    var message = failure.getMessage();
    return message != null && is(failure, type::equals) && pattern.matcher(message).matches();
  }

  private static boolean is(Throwable failure, Predicate<String> name) {
    for (Class<?> type = failure.getClass(); type != null; type = type.getSuperclass()) {
      if (name.test(type.getName())) {
        return true;
      }
    }
    return false;
  }
}
