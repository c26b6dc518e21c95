package dev.latchkey.token.oauth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.problem.ProblemException;
import dev.latchkey.kit.testkit.hostile.Hostile;
import dev.latchkey.token.authorization.PathId;
import dev.latchkey.token.grant.CodeChallenge;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class OAuthParametersFuzzTest {

  private static final String VERIFIER = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
  private static final String CHALLENGE = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";

  @Test
  void any_form_is_read_or_refused_in_the_words_of_the_standard() {
    var form = "grant_type=authorization_code&code=lkgc_x&client_id=a&client_secret=b%20c";
    Hostile.holds(
        Hostile.near(form, "token=a+b&token_type_hint=", "", "&&", "="),
        text -> {
          try {
            var read = OAuthForm.of(text.getBytes(StandardCharsets.UTF_8));
            assertThat(read.optional("grant_type")).isNotEqualTo("");
            assertThat(read.toString()).isEqualTo("OAuthForm[redacted]");
            assertThat(read.required("client_secret")).isNotEmpty();
            assertThat(read.client()).isNotNull();
          } catch (ProblemException refused) {
            assertThat(refused.problem().status()).isIn(400, 401);
          }
        });
  }

  @Test
  void a_parameter_that_comes_twice_refuses_whatever_form() {
    Hostile.holds(
        Hostile.near("code=a&state=b", "code"),
        text -> {
          var twice = text.replace("&", "") + "&" + text.replace("&", "");
          assertThat(refused(twice)).isEqualTo(!text.replace("&", "").isEmpty());
        });
  }

  private static boolean refused(String form) {
    try {
      var unused = OAuthForm.of(form.getBytes(StandardCharsets.UTF_8));
      return false;
    } catch (ProblemException refused) {
      return true;
    }
  }

  @Test
  void of_all_verifiers_the_one_alone_is_right() {
    var challenge = CodeChallenge.parse(CHALLENGE).orElseThrow();
    Hostile.holds(
        Hostile.near(VERIFIER),
        text -> assertThat(challenge.isOf(text)).isEqualTo(text.equals(VERIFIER)));
  }

  @Test
  void any_text_is_a_challenge_or_none() {
    Hostile.holds(
        Hostile.near(CHALLENGE),
        text ->
            assertThat(CodeChallenge.parse(text).isPresent())
                .isEqualTo(text.matches("[A-Za-z0-9_-]{43}")));
  }

  @Test
  void any_part_of_a_path_is_an_id_or_none() {
    Hostile.holds(
        Hostile.near("01234567-89ab-4def-8123-456789abcdef", "1-1-1-1-1"),
        text ->
            PathId.read(text).ifPresent(id -> assertThat(PathId.read(id.toString())).contains(id)));
  }
}
