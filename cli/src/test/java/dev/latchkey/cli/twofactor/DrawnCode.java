package dev.latchkey.cli.twofactor;

import com.google.zxing.BinaryBitmap;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.util.List;

/**
 * What a terminal makes of lines of half blocks: a character is as wide as a module and as high as
 * two.
 */
record DrawnCode(BufferedImage image) {

  private static final int MODULE = 4;

  /** Letters in one colour on a ground of another. */
  static DrawnCode of(List<String> lines, Color letters, Color ground) {
    int margin = 6;
    int columns = lines.stream().mapToInt(String::length).max().orElse(0) + 2 * margin;
    int rows = 2 * lines.size() + 2 * margin;
    var image = new BufferedImage(columns * MODULE, rows * MODULE, BufferedImage.TYPE_INT_RGB);
    // Around the drawing is the terminal: dark, as most are.
    var canvas = image.createGraphics();
    for (int y = 0; y < lines.size(); y++) {
      for (int x = 0; x < lines.get(y).length(); x++) {
        char block = lines.get(y).charAt(x);
        int left = (x + margin) * MODULE;
        int top = (2 * y + margin) * MODULE;
        canvas.setColor(block == '█' || block == '▀' ? letters : ground);
        canvas.fillRect(left, top, MODULE, MODULE);
        canvas.setColor(block == '█' || block == '▄' ? letters : ground);
        canvas.fillRect(left, top + MODULE, MODULE, MODULE);
      }
    }
    canvas.dispose();
    return new DrawnCode(image);
  }

  /** Read by ZXing, which takes dark on light only unless told otherwise. */
  String read() throws Exception {
    var bitmap = new BinaryBitmap(new HybridBinarizer(new BufferedImageLuminanceSource(image)));
    try {
      return new QRCodeReader().decode(bitmap).getText();
    } catch (NotFoundException e) {
      throw new AssertionError("nothing to be read", e);
    }
  }
}
