package dev.latchkey.bench.peer;

import dev.latchkey.bench.Running;
import dev.latchkey.bench.Superuser;
import dev.latchkey.bench.hash.HashCost;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;

/** The PostgreSQL of the platform that runs, which serves the peer too: on the same disk. */
final class Database implements AutoCloseable {

  /** Whose databases have this platform's truth. */
  private static final List<String> OURS = List.of("auth", "mfa", "token", "notification");

  /** Its database and its role; what is called so is dropped. */
  private static final String THEIRS = "bench_keycloak";

  private final Running platform;
  private final Superuser superuser;

  private Database(Running platform, Superuser superuser) {
    this.platform = platform;
    this.superuser = superuser;
  }

  static Database of(Running platform) throws SQLException {
    return new Database(platform, platform.superuser("postgres"));
  }

  /** Makes the peer an empty database of its own; its JDBC address. */
  String make(String theirPassword) throws SQLException {
    drop();
    superuser.run("create role %s login password '%s'".formatted(THEIRS, theirPassword));
    superuser.run("create database %1$s owner %1$s".formatted(THEIRS));
    return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(platform.port("postgres"), THEIRS);
  }

  /** The password of one of the peer's people as the peer keeps it: an entry for an import. */
  Map<String, Object> credential(String user) throws SQLException {
    try (var theirs = platform.superuser(THEIRS)) {
      var found =
          theirs
              .rows(
                  """
                  select secret_data, credential_data from credential where type = 'password'
                  and user_id in (select id from user_entity where username = '%s')
                  """
                      .formatted(user))
              .getFirst();
      return Map.of("type", "password", "secretData", found.get(0), "credentialData", found.get(1));
    }
  }

  /** What our newest hash cost. */
  HashCost ourCost() throws SQLException {
    try (var ours = platform.superuser("auth")) {
      var found =
          ours.rows(
                  """
                  select (m)[1], (m)[2] from (
                    select regexp_match(password_hash, 'm=(\\d+),t=(\\d+),p=1,') m
                    from account order by created_at desc limit 1) newest
                  """)
              .getFirst();
      return new HashCost(Integer.parseInt(found.get(0)), Integer.parseInt(found.get(1)));
    }
  }

  static String user() {
    return THEIRS;
  }

  /** The server's processes that work for this platform. */
  List<Long> ours() throws SQLException {
    return backends(OURS);
  }

  /** The server's processes that work for the peer. */
  List<Long> theirs() throws SQLException {
    return backends(List.of(THEIRS));
  }

  private List<Long> backends(List<String> databases) throws SQLException {
    return superuser.numbers(
        "select pid from pg_stat_activity where datname in ('%s')"
            .formatted(String.join("', '", databases)));
  }

  private void drop() throws SQLException {
    superuser.run("drop database if exists %s with (force)".formatted(THEIRS));
    superuser.run("drop role if exists " + THEIRS);
  }

  @Override
  public void close() throws SQLException {
    try (superuser) {
      drop();
    }
  }
}
