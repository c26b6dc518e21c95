package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
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

  @Test
  void it_never_shows_itself() {
    var hash = new PasswordHash(new Argon2.Cost(19456, 2, 1), "k", SALT, HASH);

    assertThat(hash.toString()).isEqualTo("PasswordHash[redacted]");
  }
}
