package dev.latchkey.token.client;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.testkit.hostile.Hostile;
import java.net.URI;
import org.junit.jupiter.api.Test;

class RedirectUriFuzzTest {

  @Test
  void any_text_is_an_address_that_codes_may_go_to_or_none() {
    var right =
        Hostile.near(
            "https://app.example.com/callback?a=b",
            "http://127.0.0.1:8080/",
            "http://[::1]/x",
            "http://localhost",
            "https://a:b@example.com/",
            "javascript:alert(1)",
            "HTTPS://example.com");
    Hostile.holds(
        right,
        text ->
            RedirectUri.parse(text)
                .ifPresent(address -> {
                  var uri = URI.create(address.text());
                  assertThat(address.text()).isEqualTo(text).matches("[!-~&&[^\\\\#]]+");
                  assertThat(uri.getHost()).isNotEmpty();
                  assertThat(uri.getRawUserInfo()).isNull();
                  assertThat(
                          uri.getScheme().equals("https")
                              || uri.getHost().matches("(?i)localhost|127\\.0\\.0\\.1|\\[::1]"))
                      .isTrue();
                }));
  }
}
