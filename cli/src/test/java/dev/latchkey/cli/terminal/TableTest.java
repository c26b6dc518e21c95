package dev.latchkey.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TableTest {

  private static final String ID = "01234567-89ab-4def-8123-456789abcdef";
  private static final String BEGINNING = "01234567";

  private static Table sessions() {
    return Table.of("ID", "DESCRIPTION", "CLIENT", "")
        .row(ID, "latch on laptop", "latch/1.0 (Linux)", "this one")
        .row(ID.replace('0', '1'), "日本", "", "");
  }

  @Test
  void columns_stand_under_their_headings() {
    var lines = sessions().lines(200);

    assertThat(lines)
        .containsExactly(
            "ID                                    DESCRIPTION      CLIENT",
            ID + "  latch on laptop  latch/1.0 (Linux)  this one",
            ID.replace('0', '1') + "  日本");
  }

  @Test
  void wide_characters_move_no_column() {
    var lines = Table.of("NAME", "IP").row("日本語", "192.0.2.1").row("x", "192.0.2.2").lines(80);

    assertThat(lines).containsExactly("NAME    IP", "日本語  192.0.2.1", "x       192.0.2.2");
  }

  @Test
  void a_column_with_nothing_in_it_is_left_out() {
    var lines = Table.of("ID", "EXPIRES", "FROM").row("1", "", "here").row("2", "", "").lines(80);

    assertThat(lines).containsExactly("ID  FROM", "1   here", "2");
  }

  @ParameterizedTest
  @ValueSource(ints = {38, 40, 50, 66, 80, 81})
  void lines_are_as_wide_as_the_terminal_at_most(int columns) {
    var lines = sessions().lines(columns);

    assertThat(lines)
        .allSatisfy(line -> assertThat(Printable.width(line)).isLessThanOrEqualTo(columns));
    assertThat(lines.get(1)).startsWith(BEGINNING + "  latch");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 20, 30})
  void the_first_column_is_never_cut_nor_the_others_to_nothing(int columns) {
    var lines = sessions().lines(columns);

    assertThat(lines.get(0)).isEqualTo("ID        DESCR…  CLIENT");
    assertThat(lines.get(1)).isEqualTo(BEGINNING + "  latch…  latch…  this …");
  }

  @ParameterizedTest
  @CsvSource({
    "62, 'latch on laptop  latch/1.0 (Li…  192.0.2.1  this one'",
    "60, 'latch on laptop  latch/1.0 (…  192.0.2.1  this one'",
    "59, 'latch on laptop  192.0.2.1  this one'",
    "40, 'latch on…  192.0.2.1  this one'"
  })
  void columns_that_one_can_do_without_are_cut_and_left_out_before_others(int columns, String row) {
    var lines =
        Table.of("ID", "DESCRIPTION", "CLIENT", "IP", "")
            .doingWithout("CLIENT")
            .row(ID, "latch on laptop", "latch/1.0 (Linux)", "192.0.2.1", "this one")
            .lines(columns);

    assertThat(lines.getLast()).isEqualTo(BEGINNING + "  " + row);
    assertThat(lines).allMatch(line -> line.length() <= columns);
  }

  @Test
  void the_first_column_is_not_cut_where_it_is_the_only_one() {
    var name = "SHA256:9JkVoD4f0nQ1mR8";
    var lines = Table.of("KEY", "NOTE").row(name, "").lines(20);
    var alone = Table.of("KEY").row(name).lines(20);

    assertThat(lines).containsExactly("KEY", name);
    assertThat(alone).containsExactly("KEY", name);
  }

  @Test
  void ids_are_shown_whole_where_there_is_room_or_their_beginnings_are_the_same() {
    var alike = ID.replace("cdef", "cde0");
    var wide = Table.of("ID", "NOTE").row(ID, "x").lines(80);
    var same = Table.of("ID", "NOTE").row(ID, "x").row(alike, "y").lines(20);

    assertThat(wide).contains(ID + "  x");
    assertThat(same).contains(ID + "  x", alike + "  y");
  }

  @Test
  void what_others_wrote_steers_nothing() {
    var lines = Table.of("ID", "DESCRIPTION").row("1", "\u001b[2Jgone\n2  mine").lines(80);

    assertThat(lines).containsExactly("ID  DESCRIPTION", "1   �[2Jgone�2  mine");
  }

  @Test
  void a_row_has_a_cell_for_every_heading() {
    var table = Table.of("ID", "NAME");

    assertThatThrownBy(() -> table.row("1")).isInstanceOf(IllegalArgumentException.class);
    assertThat(table.isEmpty()).isTrue();
  }
}
