package dev.latchkey.bench.peer;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * Whose processor time and memory count. Ours are all that {@code ./dev up} has started, also the
 * broker, the mailbox and web, and PostgreSQL's for our databases.
 */
final class Servers {

  private final List<Long> platform;
  private final Database database;

  /**
   * @param up the platform as {@code ./dev up} says it
   */
  Servers(JsonNode up, Database database) {
    platform = up.at("/processes").valueStream().map(one -> one.at("/pid").asLong()).toList();
    this.database = database;
  }

  Collection<Long> ours() {
    return Stream.concat(platform.stream(), database.ours().stream()).distinct().toList();
  }

  Collection<Long> theirs(Keycloak keycloak) {
    return Stream.concat(keycloak.processes().stream(), database.theirs().stream()).toList();
  }
}
