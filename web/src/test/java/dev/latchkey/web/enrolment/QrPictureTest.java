package dev.latchkey.web.enrolment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import org.junit.jupiter.api.Test;

class QrPictureTest {

  private static final String START = "data:image/svg+xml;base64,";

  @Test
  void it_is_a_picture_that_loads_and_runs_nothing() {
    var picture = QrPicture.of("otpauth://totp/Latchkey:a@example.com?secret=JBSWY3DPEHPK3PXP");

    assertThat(picture).startsWith(START);
    var svg = new String(Base64.getDecoder().decode(picture.substring(START.length())), UTF_8);
    assertThat(svg).startsWith("<svg ").endsWith("</svg>").doesNotContain("script", "href");
  }

  @Test
  void the_text_itself_is_not_in_it() {
    var picture = QrPicture.of("<script>alert(1)</script>");

    var svg = new String(Base64.getDecoder().decode(picture.substring(START.length())), UTF_8);
    assertThat(svg).doesNotContain("alert");
  }
}
