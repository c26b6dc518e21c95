package dev.latchkey.web.enrolment;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.web.visit.WebConfig;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class EnrolmentSealTest {

  private static final String SECRET = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";
  private static final PendingEnrolment ENROLMENT =
      new PendingEnrolment(
          SECRET,
          "otpauth://totp/Latchkey:a@example.com?secret=" + SECRET,
          Instant.parse("2026-11-28T09:00:00Z"));

  private final EnrolmentSeal seal = new EnrolmentSeal(keyed((byte) 1), new SecureRandom());

  @Test
  void the_session_that_began_it_gets_it_back() {
    var cookie = seal.seal(ENROLMENT, "lkse_one");

    assertThat(seal.open(cookie, "lkse_one")).contains(ENROLMENT);
  }

  @Test
  void another_session_does_not() {
    var cookie = seal.seal(ENROLMENT, "lkse_one");

    assertThat(seal.open(cookie, "lkse_two")).isEmpty();
  }

  @Test
  void another_key_does_not_open_it() {
    var cookie = seal.seal(ENROLMENT, "lkse_one");

    assertThat(new EnrolmentSeal(keyed((byte) 2), new SecureRandom()).open(cookie, "lkse_one"))
        .isEmpty();
  }

  @Test
  void a_cookie_shows_nothing_and_is_never_the_same_twice() {
    var cookie = seal.seal(ENROLMENT, "lkse_one");

    assertThat(new String(Base64.getUrlDecoder().decode(cookie), ISO_8859_1))
        .doesNotContain(SECRET);
    assertThat(seal.seal(ENROLMENT, "lkse_one")).isNotEqualTo(cookie);
  }

  @Test
  void what_is_changed_cut_or_not_ours_is_none() {
    var cookie = seal.seal(ENROLMENT, "lkse_one");
    var changed = (cookie.charAt(0) == 'A' ? 'B' : 'A') + cookie.substring(1);

    assertThat(seal.open(changed, "lkse_one")).isEmpty();
    assertThat(seal.open(cookie.substring(0, 20), "lkse_one")).isEmpty();
    assertThat(seal.open("", "lkse_one")).isEmpty();
    assertThat(seal.open("no base64!", "lkse_one")).isEmpty();
  }

  private static WebConfig keyed(byte fill) {
    var key = new byte[32];
    Arrays.fill(key, fill);
    var text = Base64.getEncoder().encodeToString(key);
    return new WebConfig() {
      @Override
      public String formKey() {
        return text;
      }

      @Override
      public String serviceKey() {
        return "";
      }

      @Override
      public PlainHttp plainHttp() {
        return PlainHttp.REFUSED;
      }
    };
  }
}
