package dev.latchkey.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/** Whose processor time and memory count. */
@FunctionalInterface
interface Servers {

  /** Their processes, now. */
  Collection<Long> processes() throws SQLException;

  /**
   * All that {@code ./dev up} has started, also the broker, the mailbox and web, and PostgreSQL's
   * for our databases.
   *
   * @param up the platform as {@code ./dev up} says it
   */
  static Servers ours(JsonNode up, Database database) {
    var platform = up.at("/processes").valueStream().map(one -> one.at("/pid").asLong()).toList();
    return () -> together(platform, database.ours());
  }

  /** Its JVM, and PostgreSQL's for its database. */
  static Servers of(Keycloak keycloak, Database database) {
    return () -> together(keycloak.processes(), database.theirs());
  }

  private static List<Long> together(List<Long> some, List<Long> others) {
    return Stream.concat(some.stream(), others.stream()).distinct().toList();
  }
}
