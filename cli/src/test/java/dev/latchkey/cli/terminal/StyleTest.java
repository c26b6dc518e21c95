package dev.latchkey.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StyleTest {

  @ParameterizedTest
  @CsvSource({
    "xterm-256color, '', true, COLOURED",
    "xterm-256color, '', false, PLAIN",
    "dumb, '', true, PLAIN",
    "linux, 1, true, PLAIN",
    "linux, 0, true, PLAIN",
    ", '', true, PLAIN",
    "linux, , true, COLOURED"
  })
  void there_is_colour_on_a_terminal_where_nobody_said_no(
      String term, String noColor, boolean terminal, Style expected) {
    var environment = new HashMap<>(Map.of("LANG", "C.UTF-8"));
    if (term != null) {
      environment.put("TERM", term);
    }
    if (noColor != null) {
      environment.put("NO_COLOR", noColor);
    }

    var style = Style.of(environment, terminal);

    assertThat(style).isEqualTo(expected);
  }

  @Test
  void plain_text_stays_as_it_is() {
    assertThat(Style.PLAIN.strong("a") + Style.PLAIN.warning("b") + Style.PLAIN.paper("c"))
        .isEqualTo("abc");
  }

  @Test
  void colour_ends_where_the_text_does() {
    assertThat(Style.COLOURED.good("done")).isEqualTo("\u001b[32mdone\u001b[0m");
    assertThat(Style.COLOURED.paper("▀")).isEqualTo("\u001b[38;5;16;48;5;231m▀\u001b[0m");
  }
}
