package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.jose.JoseHeader;
import dev.latchkey.kit.testkit.hostile.Hostile;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What services and edge look at before any key is touched. */
class JoseHeaderFuzzTest {

  private static final String TYPE = "a+jwt";
  private static final String RIGHT = "{\"alg\":\"ES256\",\"typ\":\"a+jwt\",\"kid\":\"gateway\"}";

  @Test
  void any_text_may_be_a_jwt_or_not() {
    Hostile.holds(
        Hostile.near(jwt(RIGHT), "..", "a.b.c", jwt("{}")),
        text -> {
          if (JoseHeader.right(text, TYPE)) {
            assertThat(text.length()).isLessThanOrEqualTo(4096);
            assertThat(text.split("\\.", -1)).hasSize(3);
          }
        });
  }

  @Test
  void no_header_passes_that_names_another_algorithm_or_brings_a_key() {
    var deep = "{\"alg\":" + "[".repeat(2500);
    var none = RIGHT.replace("ES256", "none");
    var brings = RIGHT.replace("{", "{\"jwk\":{},");
    assertThat(JoseHeader.right(jwt(RIGHT), TYPE)).isTrue();
    Hostile.holds(
        Hostile.near(none, brings, deep, RIGHT.replace("a+jwt", "JWT")),
        header -> {
          if (!header.contains("ES256") || header.contains("jwk\":") || header.contains("JWT")) {
            assertThat(JoseHeader.right(jwt(header), TYPE)).isFalse();
          }
        });
  }

  private static String jwt(String header) {
    var encoder = Base64.getUrlEncoder().withoutPadding();
    return encoder.encodeToString(header.getBytes(StandardCharsets.UTF_8)) + ".e30.c2ln";
  }
}
