package dev.latchkey.mfa.enrolment;

import io.nayuki.qrcodegen.QrCode;

/** A text as a QR code, drawn as SVG: one path, no script, nothing that is loaded. */
final class QrSvg {

  /** ISO 18004 asks for four light modules around the code; scanners fail without. */
  private static final int BORDER = 4;

  private QrSvg() {}

  static String of(String text) {
    var code = QrCode.encodeText(text, QrCode.Ecc.MEDIUM);
    int side = code.size + 2 * BORDER;
    return """
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %1$d %1$d" shape-rendering="crispEdges">\
    <rect width="100%%" height="100%%" fill="#fff"/><path d="%2$s" fill="#000"/></svg>\
    """
        .formatted(side, path(code));
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
