package dev.latchkey.cli.terminal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Rows under headings, as wide as the terminal. When that is too narrow ids in the first column are
 * shown by their beginning, which commands take as well; then columns that one can do without are
 * cut, and left out one by one; then the widest others are cut.
 */
public final class Table {

  private static final int GAP = 2;

  private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

  /** Less says nothing. */
  private static final int NARROWEST = 6;

  /** What one can do without is left out before it is cut to less. */
  private static final int READABLE = 12;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();
  private List<Integer> needless = List.of();

  private Table(List<String> headings) {
    this.headings = headings;
  }

  public static Table of(String... headings) {
    return new Table(List.of(headings));
  }

  /** The headings of columns that one can do without, the least needed first. */
  public Table doingWithout(String... least) {
    needless = Arrays.stream(least).map(headings::indexOf).toList();
    return this;
  }

  @CanIgnoreReturnValue
  public Table row(String... cells) {
    if (cells.length != headings.size()) {
      throw new IllegalArgumentException(cells.length + " cells under " + headings);
    }
    rows.add(Arrays.stream(cells).map(Printable::of).toList());
    return this;
  }

  public boolean isEmpty() {
    return rows.isEmpty();
  }

  /** The lines, the headings first; a column with nothing in it is left out. */
  List<String> lines(int columns) {
    var shown = total(widths(rows)) > columns ? shortened() : rows;
    var widths = fitted(widths(shown), columns);
    var lines = new ArrayList<String>();
    lines.add(line(headings, widths));
    shown.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  /** With the beginnings of ids, where those tell the rows apart. */
  private List<List<String>> shortened() {
    var ids = rows.stream().map(List::getFirst).toList();
    boolean uuids = ids.stream().allMatch(id -> ID.matcher(id).matches());
    boolean distinct = ids.stream().map(Table::beginning).distinct().count() == ids.size();
    return uuids && distinct
        ? rows.stream()
            .map(row -> {
              var cells = new ArrayList<>(row);
              cells.set(0, beginning(row.getFirst()));
              return List.copyOf(cells);
            })
            .toList()
        : rows;
  }

  private static String beginning(String id) {
    return id.split("-", 2)[0];
  }

  private int[] widths(List<List<String>> cells) {
    var widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int content =
          cells.stream().mapToInt(row -> Printable.width(row.get(column))).max().orElse(0);
      widths[i] = content == 0 ? 0 : Math.max(content, Printable.width(headings.get(i)));
    }
    return widths;
  }

  private int[] fitted(int[] whole, int columns) {
    for (int left = 0; left <= needless.size(); left++) {
      var widths = whole.clone();
      needless.subList(0, left).forEach(column -> widths[column] = 0);
      cut(widths, columns, needless, READABLE);
      if (total(widths) <= columns) {
        return widths;
      }
    }
    var widths = whole.clone();
    needless.forEach(column -> widths[column] = 0);
    cut(widths, columns, IntStream.range(1, widths.length).boxed().toList(), NARROWEST);
    return widths;
  }

  /** The widest of those columns first, and none to less than that. */
  private static void cut(int[] widths, int columns, List<Integer> which, int narrowest) {
    while (total(widths) > columns) {
      var widest =
          which.stream()
              .filter(column -> widths[column] > narrowest)
              .max(
                  Comparator.<Integer>comparingInt(column -> widths[column])
                      .thenComparingInt(c -> c));
      if (widest.isEmpty()) {
        return;
      }
      widths[widest.get()]--;
    }
  }

  private static int total(int[] widths) {
    int shown = (int) Arrays.stream(widths).filter(width -> width > 0).count();
    return Arrays.stream(widths).sum() + GAP * Math.max(0, shown - 1);
  }

  private static String line(List<String> cells, int[] widths) {
    var line = new StringBuilder();
    for (int i = 0; i < widths.length; i++) {
      if (widths[i] == 0) {
        continue;
      }
      var cell = Printable.cut(cells.get(i), widths[i]);
      line.append(cell).repeat(" ", widths[i] - Printable.width(cell) + GAP);
    }
    return line.toString().stripTrailing();
  }
}
