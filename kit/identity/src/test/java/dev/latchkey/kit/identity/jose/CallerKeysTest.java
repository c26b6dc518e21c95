package dev.latchkey.kit.identity.jose;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.kit.identity.ServiceCredential;
import java.util.Base64;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys that are not what they should be keep a service from starting. */
class CallerKeysTest {

  private static final TestKey KEY = TestKey.named("mfa-service");

  @Test
  void named_public_keys_are_taken() {
    assertThatCode(() -> CallerKeys.of(TestKey.jwks(KEY, TestKey.named("gateway"))))
        .doesNotThrowAnyException();
  }

  @Test
  void a_key_is_found_for_its_own_issuer_only() {
    var keys = CallerKeys.of(TestKey.jwks(KEY, TestKey.named("gateway")));

    assertThat(keys.find("mfa-service", "mfa-service")).contains(KEY.jwk().getPublicKey());
    assertThat(keys.find("mfa-service", "gateway")).isEmpty();
    assertThat(keys.find("gateway", "mfa-service")).isEmpty();
    assertThat(keys.find("stranger", "stranger")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "garbage", "{}", "{\"keys\":5}"})
  void garbage_is_refused(String jwks) {
    assertThatThrownBy(() -> CallerKeys.of(jwks)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void a_private_key_a_second_one_of_a_name_and_a_nameless_one_are_refused() {
    assertThatThrownBy(() -> CallerKeys.of("{\"keys\":[" + KEY.secretJson() + "]}"))
        .hasMessageContaining("public P-256 keys only");
    assertThatThrownBy(() -> CallerKeys.of(TestKey.jwks(KEY, TestKey.named("mfa-service"))))
        .hasMessageContaining("its own kid");
    assertThatThrownBy(() -> CallerKeys.of(TestKey.jwks(KEY).replace("\"kid\"", "\"name\"")))
        .hasMessageContaining("its own kid");
    assertThatThrownBy(
            () -> CallerKeys.of("{\"keys\":[{\"kty\":\"oct\",\"kid\":\"a\",\"k\":\"AAAA\"}]}"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Or one person would be two operators, where two are asked for. */
  @Test
  void one_key_under_two_ids_is_refused() {
    var mine = TestKey.named("operator.anna");
    var again = TestKey.of(mine.secretJson().replace("operator.anna", "operator.bert"));

    assertThatThrownBy(() -> CallerKeys.of(TestKey.jwks(mine, again)))
        .hasMessageContaining("a key is there twice");
  }

  @Test
  void several_keys_of_one_caller_are_found_by_issuer_and_key_id() {
    var next = TestKey.named("mfa-service.2");
    var keys = CallerKeys.of(TestKey.jwks(KEY, next, TestKey.named("mfa-service-2")));

    assertThat(keys.find("mfa-service", "mfa-service")).contains(KEY.jwk().getPublicKey());
    assertThat(keys.find("mfa-service", "mfa-service.2")).contains(next.jwk().getPublicKey());
    assertThat(keys.find("mfa-service", "mfa-service.3")).isEmpty();
    assertThat(keys.find("mfa-service", "mfa-service-2")).isEmpty();
    assertThat(keys.find("mfa", "mfa-service.2")).isEmpty();
    assertThat(keys.find("auth-service", "mfa-service.2")).isEmpty();
    assertThat(keys.find("", "mfa-service")).isEmpty();
    assertThat(keys.find("mfa-service.2", "mfa-service.2")).isEmpty();
  }

  @Test
  void a_service_key_says_which_it_is_and_is_nobody_elses() {
    var next = new ServiceCredential("mfa-service", Optional.of(named("mfa-service.2")));
    var header = next.forCallee("auth-service").split("\\.", 2)[0];

    assertThat(new String(Base64.getUrlDecoder().decode(header), UTF_8))
        .contains("\"mfa-service.2\"");
    assertThatThrownBy(
            () -> new ServiceCredential("mfa-service", Optional.of(named("auth-service"))))
        .hasMessageContaining("is not a key of mfa-service");
  }

  private static String named(String kid) {
    return TestKey.named(kid).secretJson();
  }

  @Test
  void a_service_key_must_be_private() {
    var open = KEY.jwk().toJson();

    assertThatThrownBy(() -> new ServiceCredential("mfa-service", Optional.of(open)))
        .hasMessageContaining("must be a private P-256 key");
    assertThatThrownBy(() -> new ServiceCredential("mfa-service", Optional.of("{")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> new ServiceCredential("mfa-service", Optional.empty()).forCallee("token-service"))
        .isInstanceOf(IllegalStateException.class);
  }
}
