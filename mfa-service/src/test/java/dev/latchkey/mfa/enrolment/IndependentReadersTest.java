package dev.latchkey.mfa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.mfa.totp.TimeStep;
import dev.latchkey.mfa.totp.Totp;
import dev.latchkey.mfa.totp.TotpSecret;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that share no code with us read our QR code and make our codes, where installed. */
class IndependentReadersTest {

  private static final int SCALE = 8;
  private static final Pattern SIDE = Pattern.compile("viewBox=\"0 0 (\\d+) ");
  private static final Pattern MODULE = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z");

  private final TotpSecret secret = TotpSecret.random(new SecureRandom());

  @Test
  void zbarimg_reads_exactly_the_uri(@TempDir Path folder) throws Exception {
    assumeTrue(installed("zbarimg"), "zbarimg is not installed");
    var uri = KeyUri.of("Latchkey", "alice+test@example.com", secret);
    var picture = folder.resolve("qr.png").toFile();
    draw(QrSvg.of(uri), picture);

    assertThat(run("zbarimg", "--raw", "--quiet", picture.getPath())).isEqualTo(uri);
  }

  @Test
  void oathtool_makes_the_same_codes() throws Exception {
    assumeTrue(installed("oathtool"), "oathtool is not installed");
    var moments = List.of(Instant.ofEpochSecond(59), Instant.ofEpochSecond(1_763_753_400));

    for (var moment : moments) {
      var theirs =
          run("oathtool", "--totp", "--base32", "--now", moment.toString(), secret.base32());
      assertThat(Totp.STANDARD.codeAt(secret, TimeStep.at(moment)).text()).isEqualTo(theirs);
    }
  }

  /** Draws the SVG's squares as a browser would. */
  private static void draw(String svg, File picture) throws IOException {
    var size = SIDE.matcher(svg);
    assertThat(size.find()).isTrue();
    int side = Integer.parseInt(size.group(1)) * SCALE;
    var image = new BufferedImage(side, side, BufferedImage.TYPE_BYTE_BINARY);
    var canvas = image.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, side, side);
    canvas.setColor(Color.BLACK);
    MODULE
        .matcher(svg)
        .results()
        .forEach(module -> {
          int x = Integer.parseInt(module.group(1)) * SCALE;
          int y = Integer.parseInt(module.group(2)) * SCALE;
          canvas.fillRect(x, y, SCALE, SCALE);
        });
    canvas.dispose();
    assertThat(ImageIO.write(image, "png", picture)).isTrue();
  }

  private static boolean installed(String program) throws IOException, InterruptedException {
    return new ProcessBuilder("sh", "-c", "command -v " + program)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start()
            .waitFor()
        == 0;
  }

  private static String run(String... command) throws IOException, InterruptedException {
    var process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertThat(process.waitFor(10, TimeUnit.SECONDS)).isTrue();
    return said;
  }
}
