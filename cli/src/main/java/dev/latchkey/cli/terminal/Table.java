package dev.latchkey.cli.terminal;

import com.google.errorprone.annotations.CanIgnoreReturnValue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Rows under headings, as wide as the terminal: when that is too narrow the widest columns are cut,
 * never the first, which has what commands take.
 */
public final class Table {

  private static final int GAP = 2;

  /** Less says nothing. */
  private static final int NARROWEST = 8;

  private final List<String> headings;
  private final List<List<String>> rows = new ArrayList<>();

  private Table(List<String> headings) {
    this.headings = headings;
  }

  public static Table of(String... headings) {
    return new Table(List.of(headings));
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
    var widths = widths(columns);
    var lines = new ArrayList<String>();
    lines.add(line(headings, widths));
    rows.forEach(row -> lines.add(line(row, widths)));
    return lines;
  }

  private int[] widths(int columns) {
    var widths = new int[headings.size()];
    for (int i = 0; i < widths.length; i++) {
      int column = i;
      int content = rows.stream().mapToInt(row -> Printable.width(row.get(column))).max().orElse(0);
      widths[i] = content == 0 ? 0 : Math.max(content, Printable.width(headings.get(i)));
    }
    while (total(widths) > columns) {
      int widest = widest(widths);
      if (widths[widest] <= NARROWEST) {
        break;
      }
      widths[widest]--;
    }
    return widths;
  }

  private static int total(int[] widths) {
    int shown = (int) Arrays.stream(widths).filter(width -> width > 0).count();
    return Arrays.stream(widths).sum() + GAP * Math.max(0, shown - 1);
  }

  private static int widest(int[] widths) {
    int widest = widths.length - 1;
    for (int i = 1; i < widths.length; i++) {
      widest = widths[i] > widths[widest] ? i : widest;
    }
    return widest;
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
