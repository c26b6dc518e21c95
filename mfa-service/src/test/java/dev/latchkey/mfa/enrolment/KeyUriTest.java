package dev.latchkey.mfa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.mfa.totp.TotpSecret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyUriTest {

  private static final TotpSecret SECRET =
      TotpSecret.of("12345678901234567890".getBytes(StandardCharsets.US_ASCII));

  @Test
  void is_what_authenticator_apps_read() {
    assertThat(KeyUri.of("Latchkey", "alice@example.com", SECRET))
        .isEqualTo(
            "otpauth://totp/Latchkey:alice@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
                + "&issuer=Latchkey&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void escapes_what_would_be_read_otherwise() {
    var uri = URI.create(KeyUri.of("My Firm & Sons", "a+b:c/ü?#@example.com", SECRET));

    assertThat(uri.getRawPath())
        .isEqualTo("/My%20Firm%20%26%20Sons:a%2Bb%3Ac%2F%C3%BC%3F%23@example.com");
    assertThat(uri.getRawQuery()).contains("issuer=My%20Firm%20%26%20Sons");
  }
}
