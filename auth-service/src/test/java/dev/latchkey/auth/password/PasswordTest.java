package dev.latchkey.auth.password;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class PasswordTest {

  @Test
  void the_same_letters_from_another_keyboard_are_the_same_password() {
    var composed = Password.of("caf\u00e9 ouvert toute la nuit");
    var decomposed = Password.of("cafe\u0301 ouvert toute la nuit");

    assertThat(composed.utf8()).isEqualTo(decomposed.utf8());
    assertThat(decomposed.length()).isEqualTo(composed.length()).isEqualTo(25);
  }

  @Test
  void a_code_point_counts_once_however_many_chars_it_takes() {
    assertThat(Password.of("\ud83d\udd11".repeat(20)).length()).isEqualTo(20);
  }

  @Test
  void spaces_and_every_other_character_stay_as_they_are() {
    assertThat(Password.of(" a b ").utf8()).isNotEqualTo(Password.of("a b").utf8());
    assertThat(Password.of("A").utf8()).isNotEqualTo(Password.of("a").utf8());
  }

  @Test
  void up_to_1024_code_points_are_read_and_more_are_nobodys() {
    assertThat(Password.parse("x".repeat(1024))).isPresent();
    assertThat(Password.parse("\ud83d\udd11".repeat(1024))).isPresent();
    assertThat(Password.parse("x".repeat(1025))).isEmpty();
    assertThat(Password.parse("x".repeat(10_000_000))).isEmpty();
  }

  @Test
  void half_a_surrogate_pair_is_not_text() {
    assertThat(Password.parse("half \ud83d of a key")).isEmpty();
    assertThatThrownBy(() -> Password.of("\udd11")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void it_never_shows_itself() {
    assertThat(Password.of("correct horse battery").toString()).doesNotContain("horse");
  }
}
