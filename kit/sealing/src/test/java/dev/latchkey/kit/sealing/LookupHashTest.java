package dev.latchkey.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LookupHashTest {

  private final LookupHash hash = new LookupHash(Rings.FIRST);

  @Test
  @Tag("attack-58")
  void it_is_the_published_one() {
    // Python: hmac.new(bytes(range(32)), b"session\0lkse_example", "sha256")
    assertThat(HexFormat.of().formatHex(hash.of("session", "lkse_example")))
        .isEqualTo("008430f3e3fe95860055aa0a7d40ef9a33159cb40df70b3286afb47cc5f0feda");
  }

  @Test
  void it_differs_by_token_purpose_and_key() {
    var one = hash.of("session", "lkse_one");

    assertThat(hash.of("session", "lkse_one")).isEqualTo(one).hasSize(32);
    assertThat(hash.of("session", "lkse_two")).isNotEqualTo(one);
    assertThat(hash.of("device", "lkse_one")).isNotEqualTo(one);
    assertThat(new LookupHash(Rings.SECOND).of("session", "lkse_one")).isNotEqualTo(one);
  }
}
