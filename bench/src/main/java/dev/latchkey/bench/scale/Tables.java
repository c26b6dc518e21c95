package dev.latchkey.bench.scale;

import dev.latchkey.bench.Superuser;
import java.sql.SQLException;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Small and large tables that take turns under the real ones' names. The real ones wait aside
 * meanwhile; they are put back at the end, or by the next run.
 */
final class Tables implements TwoSizes, AutoCloseable {

  private static final String ASIDE = "bench_real_";

  /**
   * A table that is filled.
   *
   * @param name its real name
   * @param each what copies of one row have of their own, as arguments of {@code
   *     jsonb_build_object}; {@code number} is which copy it is
   */
  record Filling(String name, String each) {

    String of(Size size) {
      return "bench_" + size.name().toLowerCase(Locale.ROOT) + "_" + name;
    }

    String aside() {
      return ASIDE + name;
    }
  }

  private final Superuser superuser;
  private final long service;
  private final String role;
  private final List<Filling> fillings;
  private final Map<Size, Long> counts = new EnumMap<>(Size.class);
  private boolean realShown = true;
  private Size shown = Size.SMALL;

  private Tables(Superuser superuser, long service, String role, List<Filling> fillings) {
    this.superuser = superuser;
    this.service = service;
    this.role = role;
    this.fillings = fillings;
  }

  /**
   * Puts back what an earlier run has left aside.
   *
   * @param superuser in the database of the service; closed with this
   * @param service its process
   * @param role its name in PostgreSQL
   * @param fillings first of all the one whose rows are counted
   */
  static Tables open(Superuser superuser, long service, String role, List<Filling> fillings)
      throws SQLException {
    var tables = new Tables(superuser, service, role, fillings);
    for (var filling : fillings) {
      if (tables.exists(filling.aside())) {
        superuser.together("drop table " + filling.name(), rename(filling.aside(), filling.name()));
      }
    }
    tables.dropAll();
    return tables;
  }

  /** Fills all: in each, first what is really there, then copies of one of its rows. */
  void fill(int small, int large) throws SQLException {
    for (var filling : fillings) {
      fill(filling, Size.SMALL, small);
      fill(filling, Size.LARGE, large);
    }
    superuser.run("checkpoint");
  }

  private void fill(Filling filling, Size size, int rows) throws SQLException {
    var table = filling.of(size);
    superuser.run("create table %s (like %s including all)".formatted(table, filling.name()));
    superuser.run("alter table %s owner to %s".formatted(table, role));
    superuser.run("insert into %s select * from %s".formatted(table, filling.name()));
    long there = superuser.numbers("select count(*) from " + table).getFirst();
    superuser.run(
        """
        insert into %s
        select filled.* from (select one from %s one limit 1) first,
          generate_series(1, %d) number,
          jsonb_populate_record(first.one, jsonb_build_object(%s)) filled
        """
            .formatted(table, filling.name(), Math.max(0, rows - there), filling.each()));
    superuser.run("vacuum (analyze, freeze) " + table);
    counts.putIfAbsent(size, Math.max(rows, there));
  }

  @Override
  public void show(Size next) throws SQLException {
    if (realShown || next != shown) {
      superuser.together(
          fillings.stream().flatMap(each -> renaming(each, next)).toArray(String[]::new));
      realShown = false;
      shown = next;
    }
  }

  private Stream<String> renaming(Filling filling, Size next) {
    return Stream.of(
        rename(filling.name(), realShown ? filling.aside() : filling.of(shown)),
        rename(filling.of(next), filling.name()));
  }

  @Override
  public long count(Size size) {
    return counts.getOrDefault(size, 0L);
  }

  @Override
  public Collection<Long> processes() throws SQLException {
    var backends =
        superuser.numbers(
            "select pid from pg_stat_activity where datname = '%s' and usename = '%s'"
                .formatted(role, role));
    return Stream.concat(backends.stream(), Stream.of(service)).toList();
  }

  /** Prints how PostgreSQL finds a row by that column in both, and what it reads for it. */
  void explain(String table, String column) throws SQLException {
    for (var size : Size.values()) {
      show(size);
      var value =
          superuser
              .rows("select %s::text from %s limit 1".formatted(column, table))
              .getFirst()
              .getFirst();
      var plan =
          superuser.rows(
              "explain (analyze, buffers, costs off, timing off, summary off)"
                  + " select * from %s where %s = '%s'".formatted(table, column, value));
      System.out.printf("%s by %s, %s:%n", table, column, size.name().toLowerCase(Locale.ROOT));
      plan.forEach(line -> System.out.println("  " + line.getFirst()));
    }
    System.out.println();
  }

  private boolean exists(String table) throws SQLException {
    return superuser.numbers("select 1 from pg_class where relname = '%s'".formatted(table)).size()
        == 1;
  }

  private void dropAll() throws SQLException {
    for (var filling : fillings) {
      superuser.run(
          "drop table if exists %s, %s".formatted(filling.of(Size.SMALL), filling.of(Size.LARGE)));
    }
  }

  @Override
  public void close() throws SQLException {
    try (superuser) {
      if (!realShown) {
        superuser.together(
            fillings.stream()
                .flatMap(each ->
                    Stream.of(
                        rename(each.name(), each.of(shown)), rename(each.aside(), each.name())))
                .toArray(String[]::new));
        realShown = true;
      }
      dropAll();
    }
  }

  private static String rename(String from, String to) {
    return "alter table %s rename to %s".formatted(from, to);
  }
}
