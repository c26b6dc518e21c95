package dev.latchkey.auth.password;

import static dev.latchkey.auth.password.PasswordVerdict.Reason.COMMON;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.REPETITION;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.SEQUENCE;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.TOKEN;
import static dev.latchkey.auth.password.PasswordVerdict.Reason.TOO_SHORT;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.auth.password.PasswordVerdict.Accepted;
import dev.latchkey.auth.password.PasswordVerdict.Reason;
import dev.latchkey.auth.password.PasswordVerdict.Refused;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PasswordPolicyTest {

  private static final String EMAIL_ADDRESS = "Robert.Tables@example.com";

  @Test
  void fifteen_characters_are_enough_without_a_second_factor() {
    assertThat(alone("plum otter vase")).isEqualTo(new Accepted());
    assertThat(reason(alone("plum otter vas"))).isEqualTo(TOO_SHORT);
  }

  @Test
  void eight_characters_are_enough_beside_a_second_factor() {
    assertThat(besideAFactor("otter va")).isEqualTo(new Accepted());
    assertThat(reason(besideAFactor("otter v"))).isEqualTo(TOO_SHORT);
  }

  @Test
  void the_answer_says_how_many_characters_are_asked() {
    assertThat(((Refused) alone("short")).message()).contains("at least 15 characters");
    assertThat(((Refused) besideAFactor("short")).message()).contains("at least 8 characters");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "all in lower case and long",
        "829304756102938",
        "ALLE MEINE ENTCHEN",
        "\u6b63\u78ba\u306a\u99ac\u306e\u96fb\u6c60\u306e\u7dca\u6025\u4e8b\u614b\u3068\u6c34\u5c71",
        "\ud83d\udd11\ud83d\udc34\ud83d\udd0b\ud83d\udce6 four pictures",
      })
  void no_kind_of_character_is_asked_for_or_refused(String password) {
    assertThat(alone(password)).isEqualTo(new Accepted());
  }

  @Test
  void sixty_four_characters_and_more_are_welcome() {
    assertThat(alone("a much longer sentence about a heron, a ladder and nineteen plums"))
        .isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(strings = {"password", "PassWord", "trustno1", "football1"})
  void common_passwords_are_refused_in_any_case(String password) {
    assertThat(reason(besideAFactor(password))).isEqualTo(COMMON);
  }

  @ParameterizedTest
  @CsvSource({
    "latchkey, SERVICE_NAME",
    "Latchkey2026!, SERVICE_NAME",
    "robert.tables, EMAIL",
    "ROBERT.TABLES1, EMAIL",
    "robert.tables@example.com, EMAIL",
  })
  void what_the_service_or_the_person_is_called_is_refused(String password, Reason reason) {
    assertThat(reason(besideAFactor(password))).isEqualTo(reason);
  }

  @ParameterizedTest
  @ValueSource(strings = {"xyxyxyxyxyxyxyxy", "plumplumplumplum", "Plum otPlum otPlum o"})
  void repeating_one_short_piece_is_refused(String password) {
    assertThat(reason(alone(password))).isEqualTo(REPETITION);
  }

  @Test
  void repeating_a_piece_that_would_do_alone_is_accepted() {
    assertThat(alone("plum otter vaseplum otter vase")).isEqualTo(new Accepted());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "abcdefghijklmnop",
        "zyxwvutsrqponmlk",
        "0123456789012345",
        "567890123456789012",
        "QWERTYUIOPASDFGHJKL",
        "tuvwxyzabcdefghijk",
      })
  void straight_sequences_are_refused(String password) {
    assertThat(reason(alone(password))).isEqualTo(SEQUENCE);
  }

  @Test
  void a_token_is_no_password() {
    var token = OpaqueToken.mint(TokenKind.SESSION, new Random(1));

    assertThat(reason(alone(token.text()))).isEqualTo(TOKEN);
  }

  private static PasswordVerdict alone(String password) {
    return PasswordPolicy.judge(Password.of(password), EMAIL_ADDRESS, false);
  }

  private static PasswordVerdict besideAFactor(String password) {
    return PasswordPolicy.judge(Password.of(password), EMAIL_ADDRESS, true);
  }

  private static Reason reason(PasswordVerdict verdict) {
    assertThat(verdict).isInstanceOf(Refused.class);
    return ((Refused) verdict).reason();
  }
}
