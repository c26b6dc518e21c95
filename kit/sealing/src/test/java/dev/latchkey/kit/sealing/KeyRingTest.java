package dev.latchkey.kit.sealing;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  @Test
  void the_current_key_must_be_there() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.of("k2", Map.of("k1", Rings.FIRST)))
        .withMessageContaining("k2");
  }

  @Test
  void a_key_is_32_bytes_and_is_never_quoted() {
    var weak = Base64.getEncoder().encodeToString(new byte[16]);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.of("k1", Map.of("k1", weak)))
        .withMessageContaining("k1")
        .withMessageNotContaining(weak);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.of("k1", Map.of("k1", "not base64!")))
        .withMessageNotContaining("not base64!");
  }

  @Test
  void a_key_id_has_no_dot_because_the_dot_ends_it() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> KeyRing.of("k.1", Map.of("k.1", Rings.FIRST)));
  }
}
