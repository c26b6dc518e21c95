package dev.latchkey.mfa.enrolment;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import dev.latchkey.mfa.totp.TotpSecret;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyUriFuzzTest {

  private static final TotpSecret SECRET = TotpSecret.of(new byte[20]);

  @Test
  void whatever_the_names_are_a_reader_of_uris_finds_them_again() {
    Hostile.holds(
        Hostile.near("alice@example.com", "Latchkey: a & b", "jörg"),
        name -> {
          var uri = URI.create(KeyUri.of(name, name, SECRET));

          // Half of a surrogate pair has no UTF-8 and arrives as a question mark.
          var told = new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
          assertThat(uri.getScheme()).isEqualTo("otpauth");
          assertThat(uri.getHost()).isEqualTo("totp");
          assertThat(uri.getPath()).isEqualTo("/" + told + ":" + told);
          assertThat(uri.getRawQuery().split("&", -1)).hasSize(5);
          assertThat(uri.getRawQuery()).startsWith("secret=" + SECRET.base32() + "&issuer=");
          assertThat(uri.getRawFragment()).isNull();
        });
  }
}
