package dev.latchkey.e2e.latch;

import static dev.latchkey.e2e.http.AnswerAssert.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.latchkey.e2e.journey.QrPicture;
import dev.latchkey.e2e.person.Authenticator;
import dev.latchkey.e2e.person.Known;
import dev.latchkey.e2e.platform.OnThePlatform;
import dev.latchkey.e2e.platform.Platform;
import dev.latchkey.e2e.platform.Shell;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The QR code on the screen, photographed by programs that did not draw it. */
@OnThePlatform
class LatchQrIT {

  private static final int COLUMNS = 80;
  private static final Pattern KEY = Pattern.compile("key into it: ([A-Z2-7 ]+)\n");
  private static final Pattern SECRET = Pattern.compile("secret=([A-Z2-7]+)");

  private final Platform platform;

  LatchQrIT(Platform platform) {
    this.platform = platform;
  }

  @ParameterizedTest
  @CsvSource({"xterm-256color,''", "xterm-256color,1", "dumb,''"})
  void it_is_read_from_the_screen_and_its_code_switches_two_factor_on(String term, String noColor)
      throws Exception {
    assumeTrue(Shell.has("zbarimg"), "zbarimg is not installed");
    var erin = platform.people().signedUp("erin");
    var laptop =
        Machine.at(platform)
            .columns(COLUMNS)
            .where(Map.of("TERM", term, "NO_COLOR", noColor))
            .signIn(erin);

    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Password: ").enter(erin.password()).expect("Two-factor code: ");
      var picture = new QrPicture(Rendering.of(terminal.raw(), COLUMNS));
      var uri = picture.readByZbar(platform.scratch());
      var typed = KEY.matcher(terminal.screen());
      var scanned = SECRET.matcher(uri);

      assertThat(uri).startsWith("otpauth://totp/");
      assertThat(typed.find() && scanned.find()).isTrue();
      assertThat(scanned.group(1)).isEqualTo(Known.secret(typed.group(1).replace(" ", "")));
      if (term.startsWith("xterm") && noColor.isEmpty()) {
        // ZXing wants dark on light, which colours make sure of.
        assertThat(picture.readByZxing()).isEqualTo(uri);
      }
      terminal.enter(new Authenticator(scanned.group(1)).freshCode()).expect("Two-factor is on.");
    }

    assertThat(erin.signingIn().send()).isRefused(403, "two_factor");
  }

  @Test
  void a_window_too_narrow_for_it_shows_the_key_alone() {
    var erin = platform.people().signedUp("erin");
    var laptop = Machine.at(platform).columns(40).signIn(erin).forgetScreen();

    try (var terminal = laptop.latch("2fa:enable")) {
      terminal.expect("Password: ").enter(erin.password()).expect("too narrow").expect("code: ");
      assertThat(terminal.screen()).doesNotContain("▀").contains("Type this key");
      terminal.press("\u0003").ends();
    }
  }
}
