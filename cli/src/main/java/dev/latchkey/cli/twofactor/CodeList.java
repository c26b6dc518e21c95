package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.invocation.Invocation;
import dev.latchkey.cli.terminal.Printable;

/** Recovery codes on the screen, or as the text of a file. */
final class CodeList {

  private final Invocation invocation;

  CodeList(Invocation invocation) {
    this.invocation = invocation;
  }

  /** The codes, or how many are left where the platform keeps hashes and can't show them. */
  void show(JsonNode answer) {
    var screen = invocation.screen();
    var codes = answer.isArray() ? answer : answer.path("recovery_codes");
    if (codes.isEmpty()) {
      screen.line("Recovery codes left: " + answer.path("recovery_codes_left").asInt());
      screen.aside("Ten new ones, shown once: latch 2fa:recovery-codes --regenerate");
      return;
    }
    screen.aside(
        "Each works once, in place of a two-factor code. Keep them where the device is not:");
    codes.forEach(code -> screen.line(Printable.of(code.asText())));
  }

  /** One a line, after a line that says what they are. */
  static String text(JsonNode codes) {
    var text =
        new StringBuilder("# Recovery codes: each works once, in place of a two-factor code.\n");
    codes.forEach(code -> text.append(Printable.of(code.asText())).append('\n'));
    return text.toString();
  }
}
