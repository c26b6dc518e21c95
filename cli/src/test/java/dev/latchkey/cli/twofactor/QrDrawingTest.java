package dev.latchkey.cli.twofactor;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.latchkey.cli.terminal.Printable;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Style;
import dev.latchkey.cli.terminal.Terminal;
import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QrDrawingTest {

  private static final String URI =
      "otpauth://totp/Latchkey:alice%40example.com?secret=JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP"
          + "&issuer=Latchkey&algorithm=SHA1&digits=6&period=30";

  private static final JsonNode ENROLMENT =
      JsonNodeFactory.instance
          .objectNode()
          .put("secret", "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP")
          .put("otpauth_uri", URI);

  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

  private static List<String> withoutColour(List<String> lines) {
    return lines.stream().map(line -> line.replaceAll("\u001b\\[[0-9;]*m", "")).toList();
  }

  private List<String> show(Map<String, String> environment) {
    var out = new PrintStream(shown, true, StandardCharsets.UTF_8);
    var terminal = new Terminal(InputStream.nullInputStream(), out);
    new QrDrawing(new Screen(out, out, terminal, environment, true)).show(ENROLMENT);
    return shown.toString(StandardCharsets.UTF_8).lines().toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {URI, "a", "otpauth://totp/Latchkey:zoë@example.com?secret=JBSWY3DP"})
  void a_drawing_without_colour_is_read_where_letters_are_light(String text) throws Exception {
    var lines = QrDrawing.draw(text, Style.PLAIN);

    assertThat(DrawnCode.of(lines, Color.WHITE, Color.BLACK).read()).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(strings = {URI, "a", "otpauth://totp/Latchkey:zoë@example.com?secret=JBSWY3DP"})
  void a_coloured_drawing_is_read_on_its_own_paper(String text) throws Exception {
    var lines = QrDrawing.draw(text, Style.COLOURED);

    assertThat(lines)
        .allMatch(
            line -> line.startsWith("\u001b[38;5;16;48;5;231m") && line.endsWith("\u001b[0m"));
    assertThat(DrawnCode.of(withoutColour(lines), Color.BLACK, Color.WHITE).read()).isEqualTo(text);
  }

  @Test
  void there_are_four_light_modules_around_it() {
    var lines = QrDrawing.draw(URI, Style.PLAIN);

    int width = QrDrawing.size(URI) + 8;
    assertThat(lines).allMatch(line -> line.length() == width);
    assertThat(lines.subList(0, 2)).containsOnly("█".repeat(width));
    assertThat(lines.getLast()).isEqualTo("█".repeat(width));
    assertThat(lines).allMatch(line -> line.startsWith("████") && line.endsWith("████"));
  }

  @Test
  void it_fits_a_usual_terminal() {
    var lines = QrDrawing.draw(URI, Style.PLAIN);

    assertThat(lines.getFirst()).hasSizeLessThan(80);
  }

  @Test
  void what_is_shown_is_read_and_has_the_key_in_groups() throws Exception {
    var lines = show(Map.of("COLUMNS", "80", "TERM", "xterm"));

    var drawing =
        withoutColour(lines).stream().filter(line -> line.matches("[█▀▄ ]{20,}")).toList();
    assertThat(DrawnCode.of(drawing, Color.BLACK, Color.WHITE).read()).isEqualTo(URI);
    assertThat(lines.getLast())
        .isEqualTo("or type this key into it: JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
  }

  @Test
  void it_is_drawn_in_just_enough_columns() {
    int needed = QrDrawing.size(URI) + 8;

    var lines = show(Map.of("COLUMNS", Integer.toString(needed)));

    assertThat(lines)
        .filteredOn(line -> line.contains("█"))
        .isNotEmpty()
        .allMatch(line -> Printable.width(line) == needed);
  }

  @Test
  void a_terminal_that_is_too_narrow_gets_the_key_alone() {
    int needed = QrDrawing.size(URI) + 8;

    var lines = show(Map.of("COLUMNS", Integer.toString(needed - 1)));

    assertThat(lines)
        .containsExactly(
            "This terminal is too narrow for the QR code (" + needed + " columns).",
            "Type this key into your authenticator app: JBSW Y3DP EHPK 3PXP JBSW Y3DP EHPK 3PXP");
  }

  @ParameterizedTest
  @CsvSource({"JBSWY3DP, JBSW Y3DP", "JBSWY, JBSW Y", "JBSW, JBSW", "'', ''"})
  void a_key_is_read_aloud_in_fours(String key, String grouped) {
    var shownKey = QrDrawing.grouped(key);

    assertThat(shownKey).isEqualTo(grouped);
  }
}
