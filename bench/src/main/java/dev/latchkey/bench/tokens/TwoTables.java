package dev.latchkey.bench.tokens;

import dev.latchkey.bench.Superuser;
import java.sql.SQLException;
import java.util.List;

/**
 * A small and a large table of authorizations that take turns under the real one's name, so that
 * one and the same process of token-service, with its compiled code and its connections, looks up
 * in both. The real table waits aside meanwhile; it is put back at the end, or by the next run.
 */
final class TwoTables implements AutoCloseable {

  private static final String NAME = "authorizations";
  private static final String REAL = "bench_real";
  static final String SMALL = "bench_small";
  static final String LARGE = "bench_large";

  private final Superuser superuser;
  private String shown = REAL;

  private TwoTables(Superuser superuser) {
    this.superuser = superuser;
  }

  /**
   * Puts back what an earlier run has left aside.
   *
   * @param superuser in the database of token-service; closed with this
   */
  static TwoTables open(Superuser superuser) throws SQLException {
    var tables = new TwoTables(superuser);
    if (tables.exists(REAL)) {
      superuser.run("drop table " + NAME);
      superuser.run("alter table %s rename to %s".formatted(REAL, NAME));
    }
    tables.dropBoth();
    return tables;
  }

  /** Fills both; each has the newest of the real one, which are the tokens that are looked up. */
  void fill(int small, int large) throws SQLException {
    for (var table : List.of(SMALL, LARGE)) {
      superuser.run("create table %s (like %s including all)".formatted(table, NAME));
      superuser.run("alter table %s owner to token".formatted(table));
      superuser.run(
          "insert into %s select * from %s order by created_at desc limit %d"
              .formatted(table, NAME, small));
    }
    // Whatever columns there are: copies of one, each with a token and an account of its own.
    superuser.run(
        """
        insert into %s
        select filled.* from (select one from %s one limit 1) first,
          generate_series(1, %d) number,
          jsonb_populate_record(first.one, jsonb_build_object(
            'id', gen_random_uuid(), 'account', gen_random_uuid(), 'token_id', gen_random_uuid(),
            'token_hash', sha256(gen_random_uuid()::text::bytea), 'description', 'no. ' || number)) filled
        """
            .formatted(LARGE, NAME, large - small));
    for (var table : List.of(SMALL, LARGE)) {
      superuser.run("vacuum (analyze, freeze) " + table);
    }
    superuser.run("checkpoint");
  }

  long rows(String table) throws SQLException {
    return superuser
        .numbers("select count(*) from " + (table.equals(shown) ? NAME : table))
        .getFirst();
  }

  /** From now on this one is the table of authorizations. */
  void show(String next) throws SQLException {
    if (next.equals(shown)) {
      return;
    }
    superuser.together(
        "alter table %s rename to %s".formatted(NAME, shown),
        "alter table %s rename to %s".formatted(next, NAME));
    shown = next;
  }

  /** The server's processes that work for token-service. */
  List<Long> backends() throws SQLException {
    return superuser.numbers(
        "select pid from pg_stat_activity where datname = 'token' and usename = 'token'");
  }

  private boolean exists(String table) throws SQLException {
    return superuser.numbers("select 1 from pg_class where relname = '%s'".formatted(table)).size()
        == 1;
  }

  private void dropBoth() throws SQLException {
    superuser.run("drop table if exists %s, %s".formatted(SMALL, LARGE));
  }

  @Override
  public void close() throws SQLException {
    try (superuser) {
      show(REAL);
      dropBoth();
    }
  }
}
