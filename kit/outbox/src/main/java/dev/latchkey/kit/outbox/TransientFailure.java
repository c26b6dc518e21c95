package dev.latchkey.kit.outbox;

import dev.latchkey.kit.problem.Outage;
import io.vertx.core.VertxException;
import io.vertx.pgclient.PgException;
import java.io.IOException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/** Failures that pass by themselves: a server is away, slow, starting or busy. */
final class TransientFailure {

  // PostgreSQL, Appendix A: connection, rollback by conflict, resources, operator, system, closing.
  private static final String[] SQL_STATES = {"08", "40", "53", "55P03", "57", "58"};

  private TransientFailure() {}

  /** True when the failure, or what caused it, passes by itself. */
  static boolean is(Throwable failure) {
    return Stream.iterate(failure, cause -> cause != null, Throwable::getCause)
        .limit(20)
        .anyMatch(TransientFailure::passes);
  }

  private static boolean passes(Throwable failure) {
    return switch (failure) {
      case PgException database -> passes(database.getSqlState());
      case IOException network -> true;
      case TimeoutException slow -> true;
      case io.smallrye.mutiny.TimeoutException slow -> true;
      // "Connection was closed", "Pool closed" and their kin have no type of their own.
      case VertxException closed -> true;
      default -> Outage.ofRedis(failure);
    };
  }

  private static boolean passes(String sqlState) {
    return sqlState != null && Stream.of(SQL_STATES).anyMatch(sqlState::startsWith);
  }
}
