package dev.latchkey.web.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.nayuki.qrcodegen.QrCode;
import java.util.Base64;

/** A text as a QR code that stands in the page itself: nothing is loaded, and no URL holds it. */
final class QrPicture {

  /** ISO 18004 asks for four light modules around the code; scanners fail without. */
  private static final int BORDER = 4;

  private static final String SVG =
      """
      <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
      <rect width="100%%" height="100%%" fill="#fff"/><path d="%2$s" fill="#000"/></svg>\
      """;

  private QrPicture() {}

  /** A {@code data:} URI (RFC 2397). */
  static String of(String text) {
    // The least correction makes the largest modules, and a screen has no stains.
    var code = QrCode.encodeText(text, QrCode.Ecc.LOW);
    var svg = SVG.formatted(code.size + 2 * BORDER, path(code));
    return "data:image/svg+xml;base64," + Base64.getEncoder().encodeToString(svg.getBytes(UTF_8));
  }

  private static String path(QrCode code) {
    var path = new StringBuilder();
    for (int y = 0; y < code.size; y++) {
      for (int x = 0; x < code.size; x++) {
        if (code.getModule(x, y)) {
          path.append('M').append(x + BORDER).append(' ').append(y + BORDER).append("h1v1h-1z");
        }
      }
    }
    return path.toString();
  }
}
