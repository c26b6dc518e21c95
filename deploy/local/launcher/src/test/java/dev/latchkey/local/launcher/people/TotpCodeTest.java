package dev.latchkey.local.launcher.people;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** RFC 6238, appendix B: the last six digits of the SHA-1 rows. */
class TotpCodeTest {

  @ParameterizedTest
  @CsvSource({
    "59,287082",
    "1111111109,081804",
    "1111111111,050471",
    "1234567890,005924",
    "2000000000,279037",
    "20000000000,353130"
  })
  void a_code_is_that_of_the_standard(long seconds, String code) {
    var secret = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

    assertThat(TotpCode.at(secret, Instant.ofEpochSecond(seconds))).isEqualTo(code);
  }
}
