package dev.latchkey.cli.platform;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.cli.ending.Failure;
import dev.latchkey.cli.terminal.Printable;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlatformUrlFuzzTest {

  @Test
  void any_text_is_a_platform_that_is_safe_to_talk_to_or_refused() {
    var right =
        Hostile.near(
            "https://api.example.com",
            "http://127.0.0.1:8080/",
            "HTTP://LOCALHOST",
            "https://[::1]:1");
    Hostile.holds(
        right,
        text -> {
          try {
            var platform = PlatformUrl.of(text);
            assertThat(PlatformUrl.of(platform.toString())).isEqualTo(platform);
            assertThat(platform.origin().getRawUserInfo()).isNull();
            assertThat(platform.resolve("/x").getRawPath()).isEqualTo("/x");
          } catch (Failure refused) {
            assertThat(refused.sentence()).startsWith("The platform's address, LATCHKEY_URL, ");
          }
        });
  }

  @Test
  void any_text_can_be_a_header_and_comes_out_again() {
    Hostile.holds(
        Hostile.near("plenty of words", "pässwörd", "UTF-8''x", " a "),
        text -> {
          var header = HeaderText.of(text);
          var told = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
          assertThat(header).matches("[ -~]*").isEqualTo(header.strip());
          assertThat(
                  header.startsWith("UTF-8''")
                      ? URLDecoder.decode(header.substring(7), StandardCharsets.UTF_8)
                      : header)
              .isEqualTo(told);
        });
  }

  @Test
  void nothing_that_a_platform_says_steers_the_terminal() {
    Hostile.holds(
        Hostile.near("laptop", "\u001b[2J", "a\u009b1m\u202eb"),
        text ->
            assertThat(Printable.of(text).chars())
                .noneMatch(c -> Character.isISOControl(c) || c == 0x202e || c == 0x2066));
  }
}
