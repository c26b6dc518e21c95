package dev.latchkey.local.gateway.route;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.SafeRequestId;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.quicktheories.core.Gen;

class RequestTargetFuzzTest {

  private static Gen<String> targets() {
    return Hostile.near(
        "/account/keys/SHA256%3Aab%2Bc?x=%2F", "/oauth/sessions/~", "/", "/a/%2e%2e/b", "?", "*");
  }

  @Test
  void what_passes_every_reader_reads_alike() {
    Hostile.holds(
        targets(),
        text ->
            RequestTarget.parse(text)
                .ifPresent(target -> {
                  var decoded =
                      URLDecoder.decode(target.path().replace("+", "%2B"), StandardCharsets.UTF_8);
                  assertThat(target.path() + target.query()).isEqualTo(text);
                  assertThat(slashes(decoded)).isEqualTo(slashes(target.path()));
                  assertThat(decoded)
                      .startsWith("/")
                      .doesNotContain("\\", "//", ";", "%", "\u0000");
                  assertThat(List.of(decoded.split("/", -1))).doesNotContain(".", "..");
                }));
  }

  @Test
  void what_passes_once_passes_again() {
    Hostile.holds(
        targets(),
        text -> {
          var target = RequestTarget.parse(text);
          target.ifPresent(
              one -> assertThat(RequestTarget.parse(one.path() + one.query())).isEqualTo(target));
        });
  }

  @Test
  void of_any_request_id_only_letters_digits_hyphens_and_commas_get_into_a_log() {
    var id = "a0b1c2d3-e4f5-4a6b-8c7d-9e0f1a2b3c4d";
    Hostile.holds(
        Hostile.near(id + "," + id, "lkse_x", "x"),
        text ->
            SafeRequestId.of(List.of(text, text))
                .ifPresent(safe -> {
                  assertThat(safe).matches("[A-Za-z0-9, -]+");
                  assertThat(safe.length()).isLessThanOrEqualTo(SafeRequestId.LONGEST);
                }));
  }

  private static long slashes(String text) {
    return text.chars().filter(c -> c == '/').count();
  }
}
