package dev.latchkey.token.introspection;

import static dev.latchkey.token.Tokens.active;
import static dev.latchkey.token.Tokens.anAccount;
import static dev.latchkey.token.Tokens.mint;
import static dev.latchkey.token.Tokens.session;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.RealStores;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What one introspection costs PostgreSQL, with a thousand authorizations and with a million. */
@QuarkusTest
class LookUpAtScaleTest {

  private static final int FEW = 1_000;
  private static final int MANY = 1_000_000;
  private static final int LOOKED_UP = 200;

  private static final Pattern BUFFERS = Pattern.compile("Buffers: shared((?: \\w+=\\d+)+)");
  private static final Pattern NUMBER = Pattern.compile("\\d+");

  @Test
  @Tag("attack-58")
  void a_million_are_looked_up_by_the_same_plan_with_the_same_buffers_as_a_thousand()
      throws SQLException {
    var statement = whatIntrospectionRuns();

    try (var connection = RealStores.database("token")) {
      var few = new Copy(connection, "look_up_in_few", FEW).plans(statement);
      var many = new Copy(connection, "look_up_in_many", MANY).plans(statement);

      assertThat(few).allSatisfy(LookUpAtScaleTest::isOneIndexScan);
      assertThat(many).allSatisfy(LookUpAtScaleTest::isOneIndexScan);
      assertThat(usual(many)).isEqualTo(usual(few)).isLessThanOrEqualTo(2);
      // The odd bucket has an overflow page, in a small table as in a large one.
      assertThat(buffers(many)).filteredOn(read -> read > usual(few)).hasSizeLessThan(10);
    }
  }

  private static void isOneIndexScan(String plan) {
    assertThat(plan)
        .contains("Index Scan using authorizations_token_hash")
        .doesNotContain("Seq Scan");
    assertThat(plan.split("Scan using", -1)).hasSize(2);
  }

  private static int usual(List<String> plans) {
    var sorted = buffers(plans).stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }

  private static List<Integer> buffers(List<String> plans) {
    return plans.stream().map(LookUpAtScaleTest::buffers).toList();
  }

  /** Of the execution: the first that is told. */
  private static int buffers(String plan) {
    var buffers = BUFFERS.matcher(plan);
    assertThat(buffers.find()).as(plan).isTrue();
    return NUMBER
        .matcher(buffers.group(1))
        .results()
        .mapToInt(n -> Integer.parseInt(n.group()))
        .sum();
  }

  /** The statement as PostgreSQL has last seen it from the service. */
  private static String whatIntrospectionRuns() throws SQLException {
    assertThat(active(mint(session(anAccount())))).isTrue();
    try (var connection = RealStores.database("token")) {
      return rows(
              connection,
              """
              select query from pg_stat_activity
              where query like 'select%from authorizations%where token_hash = $1%'
                and pid <> pg_backend_pid() order by query_start desc limit 1
              """)
          .getFirst();
    }
  }

  /** The table with its index, and so many rows, in a schema of its own. */
  private record Copy(Connection connection, String schema, int size) {

    List<String> plans(String statement) throws SQLException {
      run("drop schema if exists " + schema + " cascade");
      run("create schema " + schema);
      try {
        run("set search_path = " + schema);
        fill();
        run("prepare look_up as " + statement);
        var plans = new ArrayList<String>();
        // The first ones read what the connection remembers from then on.
        for (int i = -10; i < LOOKED_UP; i++) {
          var plan = plan(Math.floorMod(i * (size / LOOKED_UP), size));
          if (i >= 0) {
            plans.add(plan);
          }
        }
        run("deallocate look_up");
        return plans;
      } finally {
        run("set search_path = public");
        run("drop schema " + schema + " cascade");
      }
    }

    private void fill() throws SQLException {
      run("create unlogged table authorizations (like public.authorizations including defaults)");
      run(
          "alter table authorizations add constraint authorizations_token_hash "
              + rows(
                      connection,
                      """
                      select pg_get_constraintdef(oid) from pg_constraint
                      where conname = 'authorizations_token_hash'
                        and conrelid = 'public.authorizations'::regclass
                      """)
                  .getFirst());
      run(
          """
          insert into authorizations (id, account, sign_in, description, scope, token_id,
            token_hash, token_hint, epoch, created_at, updated_at)
          select gen_random_uuid(), gen_random_uuid(), false, 'Codespaces', 'global',
            gen_random_uuid(), sha256(('token ' || n)::bytea), 'lkat_abcdef**********ghijkl', 1,
            now(), now()
          from generate_series(0, %d) n
          """
              .formatted(size - 1));
      // Built at once: filled row by row, the large one had overflow pages in a third of its
      // buckets
      // when the machine was busy, and in next to none when it was not.
      run("reindex table authorizations");
      run("vacuum analyze authorizations");
    }

    private String plan(int token) throws SQLException {
      var hash = rows(connection, "select sha256('token " + token + "'::bytea)::text").getFirst();
      return rows(connection, "explain (analyze, buffers) execute look_up('" + hash + "', now())")
          .stream()
          .collect(Collectors.joining("\n"));
    }

    private void run(String sql) throws SQLException {
      try (var statement = connection.createStatement()) {
        statement.execute(sql);
      }
    }
  }

  private static List<String> rows(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        ResultSet found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      while (found.next()) {
        rows.add(found.getString(1));
      }
      return rows;
    }
  }
}
