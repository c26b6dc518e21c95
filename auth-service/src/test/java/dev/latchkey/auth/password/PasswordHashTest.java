package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordHashTest {

  private static final byte[] SALT = HexFormat.of().parseHex("00".repeat(16));
  private static final byte[] HASH = HexFormat.of().parseHex("ff".repeat(32));

  @Test
  void it_is_written_as_a_phc_string_and_read_back() {
    var hash = new PasswordHash(new Argon2.Cost(19456, 2, 1), "pepper-1", SALT, HASH);

    assertThat(hash.text())
        .isEqualTo(
            "$argon2id$v=19$m=19456,t=2,p=1,keyid=pepper-1$AAAAAAAAAAAAAAAAAAAAAA"
                + "$//////////////////////////////////////////8");
    var read = PasswordHash.parse(hash.text());
    assertThat(read.text()).isEqualTo(hash.text());
    assertThat(read.cost()).isEqualTo(new Argon2.Cost(19456, 2, 1));
    assertThat(read.pepper()).isEqualTo("pepper-1");
    assertThat(read.is(HASH)).isTrue();
    assertThat(read.is(SALT)).isFalse();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "$2b$12$abcdefghijklmnopqrstuv",
        "$argon2i$v=19$m=19456,t=2,p=1,keyid=k$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1$AAAAAAAAAAAAAAAAAAAAAA$AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA",
        "$argon2id$v=19$m=19456,t=2,p=1,keyid=k$AAAA$AAAA",
      })
  void anything_else_is_refused_without_being_quoted(String text) {
    assertThatThrownBy(() -> PasswordHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("not a password hash of ours");
  }

  @ParameterizedTest
  @CsvSource({
    "1048577, 2, 1, memory",
    "9999999, 2, 1, memory",
    "7, 2, 1, memory",
    "127, 2, 16, memory",
    "19456, 101, 1, iterations",
    "19456, 0, 1, iterations",
    "19456, 2, 17, parallelism",
    "19456, 2, 0, parallelism",
  })
  void a_hash_that_nobody_can_afford_is_refused(int memory, int passes, int lanes, String which) {
    var text = stored(memory, passes, lanes);

    assertThatThrownBy(() -> PasswordHash.parse(text))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(which)
        .hasMessageNotContaining("AAAA");
  }

  @ParameterizedTest
  @CsvSource({"1048576, 100, 16", "8, 1, 1", "128, 1, 16"})
  void the_dearest_and_the_oldest_are_read(int memory, int passes, int lanes) {
    assertThat(PasswordHash.parse(stored(memory, passes, lanes)).cost())
        .isEqualTo(new Argon2.Cost(memory, passes, lanes));
  }

  private static String stored(int memory, int passes, int lanes) {
    return "$argon2id$v=19$m=%d,t=%d,p=%d,keyid=k$%s$%s"
        .formatted(memory, passes, lanes, "A".repeat(22), "A".repeat(43));
  }

  @Test
  void it_never_shows_itself() {
    var hash = new PasswordHash(new Argon2.Cost(19456, 2, 1), "k", SALT, HASH);

    assertThat(hash.toString()).isEqualTo("PasswordHash[redacted]");
  }
}
