package dev.latchkey.web.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorizationTest {

  private static final Instant NOW = Instant.parse("2026-11-28T09:00:00Z");

  @Test
  void it_expires_when_its_seconds_are_over() {
    var one = with(new Authorization.Token("lkat_secret", 3600L));

    assertThat(one.expires(NOW)).isEqualTo("2026-11-28T10:00:00Z");
  }

  @Test
  void without_seconds_it_does_not_expire() {
    assertThat(with(new Authorization.Token("lkat_secret", null)).expires(NOW)).isNull();
  }

  @Test
  void an_application_that_has_not_come_for_its_token_has_none() {
    assertThat(with(null).token()).isEmpty();
    assertThat(with(null).expires(NOW)).isNull();
  }

  @Test
  void a_log_does_not_get_the_token() {
    assertThat(with(new Authorization.Token("lkat_secret", null)).toString())
        .doesNotContain("lkat_secret");
  }

  private static Authorization with(Authorization.@Nullable Token token) {
    return new Authorization(
        new UUID(0, 1), "CI", List.of("read"), token, null, NOW, null, null, null, false);
  }
}
