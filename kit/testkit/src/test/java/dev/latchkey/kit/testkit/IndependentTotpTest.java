package dev.latchkey.kit.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class IndependentTotpTest {

  /** The secret of RFC 6238, appendix B: the ASCII digits 1234567890 twice. */
  private static final String SECRET = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

  @Test
  void codes_are_those_of_rfc_6238() {
    var app = IndependentTotp.typed(SECRET);

    assertThat(app.codeAt(Instant.ofEpochSecond(59))).isEqualTo("287082");
    assertThat(app.codeAt(Instant.ofEpochSecond(1_111_111_109))).isEqualTo("081804");
    assertThat(app.codeAt(Instant.ofEpochSecond(20_000_000_000L))).isEqualTo("353130");
  }

  @Test
  void a_scanned_uri_and_a_typed_secret_are_the_same() {
    var scanned =
        IndependentTotp.scanned(
            URI.create("otpauth://totp/Latchkey:a%40b.c?issuer=Latchkey&secret=" + SECRET));
    var typed = IndependentTotp.typed("gezd gnbv gy3t qojq gezd gnbv gy3t qojq");

    assertThat(scanned.codeAt(Instant.EPOCH)).isEqualTo(typed.codeAt(Instant.EPOCH));
  }
}
