package dev.latchkey.kit.sealing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class LookupHashTest {

  private static final String TOKEN = "lkse_one";

  private final LookupHash hash = ring("k1", Map.of("k1", Rings.FIRST));

  @Test
  @Tag("attack-58")
  void it_is_the_published_one() {
    // Python: hmac.new(bytes(range(32)), b"session\0lkse_example", "sha256")
    assertThat(HexFormat.of().formatHex(hash.of("session", "lkse_example")))
        .isEqualTo("008430f3e3fe95860055aa0a7d40ef9a33159cb40df70b3286afb47cc5f0feda");
  }

  @Test
  void it_differs_by_token_purpose_and_key() {
    var one = hash.of("session", TOKEN);

    assertThat(hash.of("session", TOKEN)).isEqualTo(one).hasSize(32);
    assertThat(hash.of("session", "lkse_two")).isNotEqualTo(one);
    assertThat(hash.of("device", TOKEN)).isNotEqualTo(one);
    assertThat(ring("k2", Map.of("k2", Rings.SECOND)).of("session", TOKEN)).isNotEqualTo(one);
  }

  @Test
  void through_a_whole_rotation_every_token_is_found_by_old_and_new_replicas() {
    var published = ring("k1", Map.of("k1", Rings.FIRST, "k2", Rings.SECOND));
    var switched = ring("k2", Map.of("k1", Rings.FIRST, "k2", Rings.SECOND));

    assertThat(published.of("session", TOKEN)).isEqualTo(hash.of("session", TOKEN));
    assertThat(switched.of("session", TOKEN)).isNotEqualTo(hash.of("session", TOKEN));
    for (var replica : new LookupHash[] {published, switched}) {
      assertThat(replica.all("session", TOKEN))
          .hasSize(2)
          .contains(published.of("session", TOKEN), switched.of("session", TOKEN));
      assertThat(replica.all("session", TOKEN).getFirst()).isEqualTo(replica.of("session", TOKEN));
    }
    assertThat(ring("k2", Map.of("k2", Rings.SECOND)).all("session", TOKEN))
        .containsExactly(switched.of("session", TOKEN));
  }

  @Test
  void the_one_key_of_an_older_installation_goes_on_and_can_be_rotated_away() {
    var old = new LookupHash(new Keys(Optional.empty(), Map.of(), Optional.of(Rings.FIRST)));
    var next = Map.of("k2", Rings.SECOND);
    var published = new LookupHash(new Keys(Optional.empty(), next, Optional.of(Rings.FIRST)));
    var switched = new LookupHash(new Keys(Optional.of("k2"), next, Optional.of(Rings.FIRST)));

    assertThat(old.all("session", TOKEN)).containsExactly(hash.of("session", TOKEN));
    assertThat(published.of("session", TOKEN)).isEqualTo(hash.of("session", TOKEN));
    assertThat(published.all("session", TOKEN)).contains(switched.of("session", TOKEN));
    assertThat(switched.all("session", TOKEN)).contains(hash.of("session", TOKEN));
  }

  @Test
  void without_a_key_or_with_a_bad_one_nothing_starts() {
    assertThatIllegalArgumentException().isThrownBy(() -> ring("k2", Map.of("k1", Rings.FIRST)));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ring("k1", Map.of("k1", Rings.FIRST, "k2", "short")));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new LookupHash(new Keys(Optional.empty(), Map.of(), Optional.empty())))
        .withMessageContaining("latchkey.token-hash.current");
  }

  private static LookupHash ring(String current, Map<String, String> keys) {
    return new LookupHash(new Keys(Optional.of(current), keys, Optional.empty()));
  }

  private record Keys(Optional<String> current, Map<String, String> keys, Optional<String> key)
      implements TokenHashConfig {}
}
