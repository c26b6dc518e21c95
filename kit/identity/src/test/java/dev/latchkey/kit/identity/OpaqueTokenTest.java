package dev.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.Locale;
import java.util.Random;
import java.util.random.RandomGenerator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class OpaqueTokenTest {

  private final SecureRandom chance = new SecureRandom();

  @ParameterizedTest
  @EnumSource
  void a_token_is_read_as_what_it_was_made(TokenKind kind) {
    var token = OpaqueToken.mint(kind, chance);

    assertThat(token.text()).startsWith(kind.prefix()).matches("lk[a-z]{2}_[0-9A-Za-z]{33}");
    assertThat(OpaqueToken.parse(token.text())).hasValue(token);
    assertThat(OpaqueToken.parse(token.text()).orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  @Tag("attack-58")
  void prefixes_are_for_ever() {
    assertThat(TokenKind.values())
        .extracting(TokenKind::prefix)
        .containsExactly(
            "lkse_", "lkat_", "lkak_", "lkdv_", "lkch_", "lkot_", "lkbl_", "lkcs_", "lkgc_",
            "lkrt_");
  }

  @Test
  void a_token_is_for_ever_readable() {
    // Stored by clients for years: the format must not drift.
    var known = OpaqueToken.mint(TokenKind.API_KEY, new Random(1));

    assertThat(known.text()).isEqualTo(GOLDEN);
    assertThat(OpaqueToken.parse(GOLDEN)).isPresent();
  }

  private static final String GOLDEN = "lkak_GWhTxYLfVV0OLQteteZKhH6lyeD0kEKpx";

  @Test
  void extreme_chance_gives_tokens_of_the_same_length() {
    for (int octet : new int[] {0, 0xff}) {
      RandomGenerator fixed =
          new RandomGenerator() {
            @Override
            public long nextLong() {
              return 0;
            }

            @Override
            public void nextBytes(byte[] bytes) {
              java.util.Arrays.fill(bytes, (byte) octet);
            }
          };
      var token = OpaqueToken.mint(TokenKind.SESSION, fixed);
      assertThat(token.text()).hasSize(OpaqueToken.LENGTH);
      assertThat(OpaqueToken.parse(token.text())).hasValue(token);
    }
  }

  @Test
  void no_two_are_alike() {
    var seen = new HashSet<String>();

    IntStream.range(0, 100_000)
        .forEach(i -> seen.add(OpaqueToken.mint(TokenKind.SESSION, chance).text()));

    assertThat(seen).hasSize(100_000);
  }

  @Test
  @Tag("attack-58")
  void one_wrong_character_anywhere_is_noticed() {
    var text = OpaqueToken.mint(TokenKind.AUTHORIZATION, chance).text();
    for (int i = 0; i < text.length(); i++) {
      for (char sign : new char[] {'0', 'a', 'Z', '_', ' ', '\u0000', 'é'}) {
        if (text.charAt(i) != sign) {
          var changed = text.substring(0, i) + sign + text.substring(i + 1);
          assertThat(OpaqueToken.parse(changed)).as("at %d", i).isEmpty();
        }
      }
    }
  }

  @Test
  void two_swapped_neighbours_are_noticed() {
    var text = OpaqueToken.mint(TokenKind.SESSION, chance).text();
    for (int i = 0; i + 1 < text.length(); i++) {
      if (text.charAt(i) != text.charAt(i + 1)) {
        var swapped =
            text.substring(0, i) + text.charAt(i + 1) + text.charAt(i) + text.substring(i + 2);
        assertThat(OpaqueToken.parse(swapped)).isEmpty();
      }
    }
  }

  @Test
  void the_prefix_is_part_of_what_is_checked() {
    var session = OpaqueToken.mint(TokenKind.SESSION, chance).text();

    assertThat(OpaqueToken.parse("lkak_" + session.substring(5))).isEmpty();
  }

  @ParameterizedTest
  @NullSource
  @ValueSource(
      strings = {"", " ", "lkse_", "lkse", "hunter2", "lkse_000000000000000000000000000000000"})
  void garbage_is_no_token(String text) {
    assertThat(OpaqueToken.parse(text)).isEmpty();
  }

  @Test
  void a_token_with_something_around_it_is_none() {
    var text = OpaqueToken.mint(TokenKind.SESSION, chance).text();

    assertThat(OpaqueToken.parse(text + " ")).isEmpty();
    assertThat(OpaqueToken.parse(" " + text)).isEmpty();
    assertThat(OpaqueToken.parse(text + "\n")).isEmpty();
    assertThat(OpaqueToken.parse(text.toUpperCase(Locale.ROOT))).isEmpty();
    assertThat(OpaqueToken.parse("x".repeat(1_000_000))).isEmpty();
  }

  @Test
  void random_text_is_practically_never_a_token() {
    var random = new Random(7);
    for (int i = 0; i < 100_000; i++) {
      var body = new StringBuilder("lkse_");
      random.ints(33, 0, 36).forEach(digit -> body.append(Character.forDigit(digit, 36)));
      assertThat(OpaqueToken.parse(body.toString())).isEmpty();
    }
  }

  @Test
  void redacted_it_shows_prefix_six_asterisks_six() {
    var token = OpaqueToken.mint(TokenKind.API_KEY, chance);
    var text = token.text();

    assertThat(token.redacted())
        .isEqualTo(text.substring(0, 11) + "**********" + text.substring(32))
        .matches("lkak_[0-9A-Za-z]{6}\\*{10}[0-9A-Za-z]{6}")
        .isEqualTo(token.toString());
  }
}
