package dev.latchkey.e2e.journey;

import com.github.weisj.jsvg.parser.LoaderContext;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.MultiFormatReader;
import com.google.zxing.NotFoundException;
import com.google.zxing.client.j2se.BufferedImageLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import dev.latchkey.e2e.platform.Shell;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.imageio.ImageIO;

/** A QR code as pixels, painted and read by programs that did not draw it. */
public record QrPicture(BufferedImage image) {

  private static final int SCALE = 8;

  static QrPicture ofSvg(String svg) throws IOException {
    var stream = new ByteArrayInputStream(svg.getBytes(StandardCharsets.UTF_8));
    var document =
        Objects.requireNonNull(
            new SVGLoader().load(stream, null, LoaderContext.createDefault()), "no SVG");
    var box = document.viewBox();
    int side = Math.round(Math.max(box.width, box.height)) * SCALE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
    var canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, side, side);
    document.render(null, canvas, new com.github.weisj.jsvg.view.ViewBox(0, 0, side, side));
    canvas.dispose();
    return new QrPicture(image);
  }

  /**
   * Read by ZXing. As a photograph it takes other patterns for the three corners in one code of two
   * hundred; told that the picture is nothing but the code it finds those too.
   */
  public String readByZxing() throws NotFoundException {
    try {
      return readByZxing(Map.of());
    } catch (NotFoundException mistaken) {
      return readByZxing(Map.of(DecodeHintType.PURE_BARCODE, true));
    }
  }

  private String readByZxing(Map<DecodeHintType, ?> hints) throws NotFoundException {
    var source = new BufferedImageLuminanceSource(image);
    var bits = new BinaryBitmap(new HybridBinarizer(source));
    return new MultiFormatReader().decode(bits, hints).getText();
  }

  /** Read by zbarimg (Debian: zbar-tools). */
  public String readByZbar(Path scratch) throws IOException {
    Files.createDirectories(scratch);
    var file = Files.createTempFile(scratch, "qr", ".png");
    try {
      ImageIO.write(image, "png", file.toFile());
      var command = List.of("zbarimg", "--quiet", "--raw", file.toString());
      return Shell.run(scratch, Map.of(), command, 30).output().strip();
    } finally {
      Files.delete(file);
    }
  }
}
