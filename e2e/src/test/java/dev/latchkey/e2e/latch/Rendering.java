package dev.latchkey.e2e.latch;

import java.awt.Color;
import java.awt.image.BufferedImage;
import org.jline.utils.ScreenTerminal;

/**
 * What is on a terminal's screen, as pixels: interpreted by JLine's emulator, which knows nothing
 * of QR codes, and painted cell by cell.
 */
final class Rendering {

  private static final int ROWS = 60;
  private static final int WIDE = 8;
  private static final int HIGH = 16;

  /** What a dark terminal paints with where nobody says otherwise. */
  private static final Color LETTERS = new Color(0xDDDDDD);

  private static final Color BACKGROUND = Color.BLACK;

  private Rendering() {}

  /** The screen after all that was written to it. */
  static BufferedImage of(String raw, int columns) {
    var screen = new ScreenTerminal(columns, ROWS);
    boolean unused = screen.write(raw);
    var cells = new long[columns * ROWS];
    screen.dump(cells, new int[2]);
    var image = new BufferedImage(columns * WIDE, ROWS * HIGH, BufferedImage.TYPE_INT_RGB);
    for (int i = 0; i < cells.length; i++) {
      paint(image, cells[i], i % columns * WIDE, i / columns * HIGH);
    }
    return image;
  }

  private static void paint(BufferedImage image, long cell, int x, int y) {
    var canvas = image.createGraphics();
    var letter =
        ScreenTerminal.cellHasForeground(cell)
            ? colour(ScreenTerminal.cellForeground(cell))
            : LETTERS;
    canvas.setColor(
        ScreenTerminal.cellHasBackground(cell)
            ? colour(ScreenTerminal.cellBackground(cell))
            : BACKGROUND);
    canvas.fillRect(x, y, WIDE, HIGH);
    canvas.setColor(letter);
    switch (ScreenTerminal.cellCodePoint(cell)) {
      case '█' -> canvas.fillRect(x, y, WIDE, HIGH);
      case '▀' -> canvas.fillRect(x, y, WIDE, HIGH / 2);
      case '▄' -> canvas.fillRect(x, y + HIGH / 2, WIDE, HIGH / 2);
      default -> {
        // Letters are no part of a picture.
      }
    }
    canvas.dispose();
  }

  /** Twelve bits, four of each colour. */
  private static Color colour(int rgb) {
    return new Color((rgb >> 8 & 0xF) * 17, (rgb >> 4 & 0xF) * 17, (rgb & 0xF) * 17);
  }
}
