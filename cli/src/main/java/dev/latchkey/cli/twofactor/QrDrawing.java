package dev.latchkey.cli.twofactor;

import com.fasterxml.jackson.databind.JsonNode;
import dev.latchkey.cli.terminal.Printable;
import dev.latchkey.cli.terminal.Screen;
import dev.latchkey.cli.terminal.Style;
import io.nayuki.qrcodegen.QrCode;
import java.util.ArrayList;
import java.util.List;

/**
 * The QR code of an enrolment on a terminal, two modules a character (half blocks), with the quiet
 * zone that readers need (ISO/IEC 18004: four modules); and the key for who types it. Drawn black
 * on white whatever the theme; without colour the background is taken to be dark.
 */
final class QrDrawing {

  private static final int QUIET = 4;

  /** Keys are read aloud and typed in groups. */
  private static final int GROUP = 4;

  private final Screen screen;

  QrDrawing(Screen screen) {
    this.screen = screen;
  }

  void show(JsonNode enrolment) {
    var lines = draw(enrolment.path("otpauth_uri").asText(), screen.style());
    int width = 2 * QUIET + size(enrolment.path("otpauth_uri").asText());
    var key = grouped(Printable.of(enrolment.path("secret").asText()));
    if (width <= screen.columns()) {
      screen.aside("Scan this with your authenticator app:");
      screen.aside("");
      lines.forEach(screen::aside);
      screen.aside("");
      screen.aside("or type this key into it: " + key);
    } else {
      // Broken lines are no picture.
      screen.aside("This terminal is too narrow for the QR code (%d columns).".formatted(width));
      screen.aside("Type this key into your authenticator app: " + key);
    }
  }

  private static QrCode encode(String text) {
    // The least correction makes the smallest picture, and a screen has no stains.
    return QrCode.encodeText(text, QrCode.Ecc.LOW);
  }

  static int size(String text) {
    return encode(text).size;
  }

  /** The lines of the picture. */
  static List<String> draw(String text, Style style) {
    var code = encode(text);
    boolean paper = style == Style.COLOURED;
    var lines = new ArrayList<String>();
    for (int y = -QUIET; y < code.size + QUIET; y += 2) {
      var line = new StringBuilder();
      for (int x = -QUIET; x < code.size + QUIET; x++) {
        line.append(block(code.getModule(x, y) == paper, code.getModule(x, y + 1) == paper));
      }
      lines.add(style.paper(line.toString()));
    }
    return lines;
  }

  /** What is painted in the colour of letters: above, below. */
  private static char block(boolean above, boolean below) {
    if (above) {
      return below ? '█' : '▀';
    }
    return below ? '▄' : ' ';
  }

  static String grouped(String key) {
    return key.replaceAll("(.{" + GROUP + "})(?=.)", "$1 ");
  }
}
