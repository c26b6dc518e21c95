package dev.latchkey.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whose processor time and memory count. */
@FunctionalInterface
interface Servers {

  /** PostgreSQL's processes for one of the two. */
  String STORE = "postgres";

  /** Their processes now, each with the name of what it belongs to. */
  Map<Long, String> processes() throws SQLException;

  /**
   * All that {@code ./dev up} has started, also the broker, the mailbox and web, and PostgreSQL's
   * for our databases.
   *
   * @param up the platform as {@code ./dev up} says it
   */
  static Servers ours(JsonNode up, Database database) {
    var platform = new HashMap<Long, String>();
    up.at("/processes")
        .properties()
        .forEach(one -> platform.put(one.getValue().at("/pid").asLong(), one.getKey()));
    return () -> with(database.ours(), platform);
  }

  /** Its JVM, and PostgreSQL's for its database. */
  static Servers of(Keycloak keycloak, Database database) {
    return () -> {
      var processes = new HashMap<Long, String>();
      keycloak.processes().forEach(process -> processes.put(process, "keycloak"));
      return with(database.theirs(), processes);
    };
  }

  private static Map<Long, String> with(List<Long> backends, Map<Long, String> processes) {
    var together = new HashMap<>(processes);
    backends.forEach(backend -> together.put(backend, STORE));
    return together;
  }
}
