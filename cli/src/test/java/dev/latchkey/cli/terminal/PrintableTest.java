package dev.latchkey.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintableTest {

  @ParameterizedTest
  @CsvSource({
    "'\u001b[2J\u001b[Hgone', '�[2J�[Hgone'",
    "'\u001b]0;title\u0007', '�]0;title�'",
    "'\u009b31mred', '�31mred'",
    "'\u009d0;title\u009c', '�0;title�'",
    "'two\nlines', 'two�lines'",
    "'over\rwritten', 'over�written'",
    "'a\tb', 'a�b'",
    "'a\bb\u007f', 'a�b�'",
    "'a\u0000b', 'a�b'",
    "'two\u2028lines\u2029', 'two�lines�'",
    "'\u202egnp.exe', '�gnp.exe'",
    "'\u2066a\u2069', '�a�'",
    "'\u200eleft\u200f', '�left�'",
    "'in\u200bvisible\ufeff', 'in�visible�'",
    "'\ue000', '�'",
    "'\udb40\udc41tag', '�tag'"
  })
  void what_steers_a_terminal_is_replaced(String text, String shown) {
    var printable = Printable.of(text);

    assertThat(printable).isEqualTo(shown);
  }

  @Test
  void half_a_character_is_replaced() {
    var printable = Printable.of("a\ud83d-\udc7b");

    assertThat(printable).isEqualTo("a�-�");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "laptop", "Zoë’s Mac — 2", "日本語", "עברית", "👻 e\u0301", "ｆｕｌｌ"})
  void everything_else_is_shown_as_it_is(String text) {
    var printable = Printable.of(text);

    assertThat(printable).isEqualTo(text);
  }

  @Test
  void no_text_at_all_steers() {
    var random = new Random(20_261_121);
    for (int i = 0; i < 2_000; i++) {
      var text = new StringBuilder();
      random.ints(20, 0, 0x11_0000).forEach(text::appendCodePoint);

      var printable = Printable.of(text.toString());

      assertThat(printable).matches("[^\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}]*");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'', 0",
    "laptop, 6",
    "Zoë, 3",
    "'e\u0301', 1",
    "日本, 4",
    "한국, 4",
    "ｱｲ, 2",
    "ｆｕ, 4",
    "￦, 2",
    "（）, 4",
    "👻, 2",
    "⌚☕, 4",
    "🇩🇪, 2",
    "☀, 1",
    "…, 1",
    "�, 1",
    "𠀀, 2"
  })
  void a_character_has_as_many_columns_as_terminals_give_it(String text, int columns) {
    var width = Printable.width(text);

    assertThat(width).isEqualTo(columns);
  }

  @ParameterizedTest
  @CsvSource({
    "laptop, 6, laptop",
    "laptop, 5, lapt…",
    "laptop, 1, …",
    "日本語, 6, 日本語",
    "日本語, 5, 日本…",
    "日本語, 4, 日…",
    "a👻👻, 3, a…",
    "'e\u0301e\u0301e\u0301', 2, 'e\u0301…'"
  })
  void a_text_is_cut_between_characters_and_says_so(String text, int columns, String shown) {
    var cut = Printable.cut(text, columns);

    assertThat(cut).isEqualTo(shown);
  }
}
