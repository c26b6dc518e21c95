package dev.latchkey.kit.sealing;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class SealingTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(UTF_8);

  // Made by another implementation (Python's cryptography: HKDF, AESGCM) from the key 00..1f, the
  // nonce a0..ab, info "latchkey/sealing/1/totp.secret" and additional data "row-1".
  private static final String VECTOR =
      "k1.oKGio6Slpqeoqaqr4i2hlQOGdgpG8lfiANJGxlZviyizW2C_fv29XkMirk0wP_1E";

  private final Sealing sealing = Rings.sealing(Rings.old());

  @Test
  void the_format_is_the_published_one() {
    RandomGenerator nonceOfTheVector =
        new RandomGenerator() {
          @Override
          public long nextLong() {
            throw new UnsupportedOperationException();
          }

          @Override
          public void nextBytes(byte[] bytes) {
            for (int i = 0; i < bytes.length; i++) {
              bytes[i] = (byte) (0xA0 + i);
            }
          }
        };

    var sealed = new Sealing(Rings.old(), nonceOfTheVector).seal("totp.secret", "row-1", SECRET);

    assertThat(sealed).isEqualTo(VECTOR);
    assertThat(sealing.open("totp.secret", "row-1", VECTOR)).isEqualTo(SECRET);
  }

  @Test
  void what_was_sealed_opens_and_shows_nothing() {
    var sealed = sealing.seal("totp.secret", "row-1", SECRET);

    assertThat(sealing.open("totp.secret", "row-1", sealed)).isEqualTo(SECRET);
    assertThat(sealed).startsWith("k1.").doesNotContain("1234567890");
  }

  @Test
  void nothing_at_all_can_be_sealed_too() {
    var sealed = sealing.seal("note", "row-1", new byte[0]);

    assertThat(sealing.open("note", "row-1", sealed)).isEmpty();
  }

  @Test
  void the_same_secret_never_looks_the_same() {
    assertThat(sealing.seal("totp.secret", "row-1", SECRET))
        .isNotEqualTo(sealing.seal("totp.secret", "row-1", SECRET));
  }

  @Test
  void a_value_moved_to_another_row_does_not_open() {
    var sealed = sealing.seal("totp.secret", "row-1", SECRET);

    assertBroken(() -> sealing.open("totp.secret", "row-2", sealed));
  }

  @Test
  void a_value_moved_to_another_purpose_does_not_open() {
    var sealed = sealing.seal("totp.secret", "row-1", SECRET);

    assertBroken(() -> sealing.open("recovery.codes", "row-1", sealed));
  }

  @Test
  void every_changed_character_is_noticed() {
    var sealed = sealing.seal("totp.secret", "row-1", SECRET);

    for (int i = 0; i < sealed.length(); i++) {
      var changed = new StringBuilder(sealed);
      changed.setCharAt(i, sealed.charAt(i) == 'A' ? 'B' : 'A');
      assertBroken(() -> sealing.open("totp.secret", "row-1", changed.toString()));
    }
  }

  @Test
  void a_malformed_text_is_refused_like_a_changed_one() {
    for (var text : new String[] {"", ".", "k1", "k1.", "k1.AAAA", "k1.*", "k1..", "...."}) {
      assertBroken(() -> sealing.open("totp.secret", "row-1", text));
    }
  }

  @Test
  void an_unknown_key_id_does_not_open() {
    var sealed = Rings.sealing(Rings.rotated()).seal("totp.secret", "row-1", SECRET);

    assertBroken(() -> sealing.open("totp.secret", "row-1", sealed));
  }

  @Test
  void another_key_under_a_known_id_does_not_open() {
    var sealed = VECTOR.replace("k1.", "k2.");

    assertBroken(() -> Rings.sealing(Rings.rotated()).open("totp.secret", "row-1", sealed));
  }

  @Test
  void after_a_rotation_old_values_open_and_are_due_for_resealing() {
    var old = sealing.seal("totp.secret", "row-1", SECRET);
    var rotated = Rings.sealing(Rings.rotated());

    var renewed = rotated.seal("totp.secret", "row-1", rotated.open("totp.secret", "row-1", old));

    assertThat(rotated.current(old)).isFalse();
    assertThat(rotated.current(renewed)).isTrue();
    assertThat(renewed).startsWith("k2.");
  }

  @Test
  void when_the_old_key_is_taken_away_only_resealed_values_open() {
    var old = sealing.seal("totp.secret", "row-1", SECRET);
    var renewed = Rings.sealing(Rings.rotated()).seal("totp.secret", "row-1", SECRET);
    var last = Rings.sealing(Rings.withoutTheOldKey());

    assertThat(last.open("totp.secret", "row-1", renewed)).isEqualTo(SECRET);
    assertBroken(() -> last.open("totp.secret", "row-1", old));
  }

  private static void assertBroken(Runnable opening) {
    assertThatExceptionOfType(SealBroken.class).isThrownBy(opening::run);
  }
}
