package dev.latchkey.mfa.totp;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TotpTest {

  private static final TotpSecret OF_THE_RFC = ascii("12345678901234567890");
  private static final TimeStep NOW = new TimeStep(1_000_000);

  @ParameterizedTest
  @CsvSource({
    "0, 755224", "1, 287082", "2, 359152", "3, 969429", "4, 338314",
    "5, 254676", "6, 287922", "7, 162583", "8, 399871", "9, 520489"
  })
  @Tag("attack-1")
  void codes_are_those_of_rfc_4226(long counter, String code) {
    assertThat(Totp.STANDARD.codeAt(OF_THE_RFC, new TimeStep(counter)).text()).isEqualTo(code);
  }

  @ParameterizedTest
  @CsvSource({
    "59,          94287082, 46119246, 90693936, 287082",
    "1111111109,  07081804, 68084774, 25091201, 081804",
    "1111111111,  14050471, 67062674, 99943326, 050471",
    "1234567890,  89005924, 91819424, 93441116, 005924",
    "2000000000,  69279037, 90698825, 38618901, 279037",
    "20000000000, 65353130, 77737706, 47863826, 353130"
  })
  @Tag("attack-1")
  void codes_are_those_of_rfc_6238(
      long seconds, String sha1, String sha256, String sha512, String sixDigits) {
    var step = TimeStep.at(Instant.ofEpochSecond(seconds));

    assertThat(new Totp("HmacSHA1", 8).codeAt(OF_THE_RFC, step).text()).isEqualTo(sha1);
    assertThat(new Totp("HmacSHA256", 8).codeAt(long32(), step).text()).isEqualTo(sha256);
    assertThat(new Totp("HmacSHA512", 8).codeAt(long64(), step).text()).isEqualTo(sha512);
    assertThat(Totp.STANDARD.codeAt(OF_THE_RFC, step).text()).isEqualTo(sixDigits);
  }

  @ParameterizedTest
  @CsvSource({
    "59, 287082",
    "1111111109, 081804",
    "1111111111, 050471",
    "1234567890, 005924",
    "2000000000, 279037",
    "20000000000, 353130"
  })
  @Tag("attack-1")
  void a_code_of_rfc_6238_is_right_at_its_time_and_once(long seconds, String typed) {
    var step = TimeStep.at(Instant.ofEpochSecond(seconds));
    var code = TotpCode.typed(typed);

    assertThat(Totp.STANDARD.match(OF_THE_RFC, code, step, TimeStep.NEVER)).isEqualTo(step);
    assertThat(Totp.STANDARD.match(OF_THE_RFC, code, step, step)).isNull();
    assertThat(Totp.STANDARD.match(OF_THE_RFC, code, step.plus(2), TimeStep.NEVER)).isNull();
  }

  @ParameterizedTest
  @ValueSource(ints = {-1, 0, 1})
  @Tag("attack-7")
  void a_code_is_right_one_step_around_its_own(int drift) {
    var step = NOW.plus(drift);

    assertThat(match(Totp.STANDARD.codeAt(OF_THE_RFC, step), TimeStep.NEVER)).isEqualTo(step);
  }

  @ParameterizedTest
  @ValueSource(ints = {-3, -2, 2, 3})
  @Tag("attack-7")
  void a_code_is_wrong_two_steps_away(int drift) {
    var code = Totp.STANDARD.codeAt(OF_THE_RFC, NOW.plus(drift));

    assertThat(match(code, TimeStep.NEVER)).isNull();
  }

  /**
   * The window is of steps: whether half a minute too much is forgiven depends on the second, of
   * which so many of 30 are good.
   */
  @ParameterizedTest
  @CsvSource({
    "29, 30", "31, 29", "61, 0", "91, 0",
    "-29, 30", "-31, 29", "-61, 0", "-91, 0"
  })
  @Tag("attack-7")
  void a_clock_may_be_wrong_by_one_step_and_no_more(int seconds, int good) {
    var accepted =
        IntStream.range(0, 30)
            .mapToObj(second -> Instant.ofEpochSecond(1_200_000_000L + second))
            .filter(now -> {
              var theirs = TimeStep.at(now.plusSeconds(seconds));
              var code = Totp.STANDARD.codeAt(OF_THE_RFC, theirs);
              return Totp.STANDARD.match(OF_THE_RFC, code, TimeStep.at(now), TimeStep.NEVER)
                  != null;
            })
            .count();

    assertThat(accepted).isEqualTo(good);
  }

  @Test
  void a_spent_step_and_those_before_it_are_wrong() {
    var code = Totp.STANDARD.codeAt(OF_THE_RFC, NOW);

    assertThat(match(code, NOW)).isNull();
    assertThat(match(code, NOW.plus(1))).isNull();
    assertThat(match(code, NOW.plus(-1))).isEqualTo(NOW);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "1", "12345", "1234567", "abcdef", "-12345", "١٢٣٤٥٦", "😀😀😀"})
  void what_is_no_code_is_wrong(String typed) {
    assertThat(match(TotpCode.typed(typed), TimeStep.NEVER)).isNull();
  }

  @Test
  void spaces_do_not_matter() {
    var text = Totp.STANDARD.codeAt(OF_THE_RFC, NOW).text();
    var spaced = " " + text.substring(0, 3) + " " + text.substring(3) + " ";

    assertThat(match(TotpCode.typed(spaced), TimeStep.NEVER)).isEqualTo(NOW);
  }

  @Test
  void secrets_are_long_enough_and_silent() {
    var secret = TotpSecret.random(new SecureRandom());

    assertThat(secret.bytes()).hasSize(20);
    assertThat(secret.base32()).matches("[A-Z2-7]{32}");
    assertThat(secret.toString()).doesNotContain(secret.base32());
    assertThat(TotpCode.typed("123456").toString()).doesNotContain("123456");
    assertThatThrownBy(() -> TotpSecret.of(new byte[19]))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static @Nullable TimeStep match(TotpCode code, TimeStep spent) {
    return Totp.STANDARD.match(OF_THE_RFC, code, NOW, spent);
  }

  private static TotpSecret long32() {
    return ascii("12345678901234567890123456789012");
  }

  private static TotpSecret long64() {
    return ascii("1234567890123456789012345678901234567890123456789012345678901234");
  }

  private static TotpSecret ascii(String key) {
    return TotpSecret.of(key.getBytes(US_ASCII));
  }
}
