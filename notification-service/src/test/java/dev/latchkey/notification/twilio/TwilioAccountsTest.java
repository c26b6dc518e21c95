package dev.latchkey.notification.twilio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwilioAccountsTest {

  private static final URI PRODUCTION = URI.create("https://id.example.com");
  private static final URI LAPTOP = URI.create("http://127.0.0.1:8080");

  @Test
  void without_an_account_there_is_none_and_nothing_takes_its_place() {
    assertThat(accounts(Map.of(), PRODUCTION).all()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://127.0.0.1:18090",
        "http://localhost:18090",
        "https://localhost:18090",
        "https://127.0.0.1",
        "https://127.8.8.8",
        "https://[::1]:1",
        "https:nowhere",
        "http://twilio.example.com"
      })
  void where_real_people_are_no_stand_in_takes_twilios_place(String url) {
    assertThatThrownBy(() -> accounts(with("url", url), PRODUCTION))
        .hasMessage("latchkey.sms.twilio must speak https with a server that is not this machine");
  }

  @Test
  void on_a_laptop_a_stand_in_may() {
    assertThat(accounts(with("url", "http://127.0.0.1:18090"), LAPTOP).all()).hasSize(1);
  }

  @Test
  void an_account_that_is_configured_by_half_does_not_start() {
    assertThatThrownBy(() -> accounts(with("auth-token", ""), PRODUCTION))
        .hasMessageContaining("has no auth token");
    assertThatThrownBy(() -> accounts(with("api-key-sid", "SK1"), PRODUCTION))
        .hasMessageContaining("has half an API key");
    assertThatThrownBy(() -> accounts(with("from", ""), PRODUCTION))
        .hasMessageContaining("needs a sender or a messaging service");
    assertThatThrownBy(() -> accounts(with("messaging-service-sid", "MG1"), PRODUCTION))
        .hasMessageContaining("not both");
  }

  private static Map<String, String> with(String name, String value) {
    var settings =
        new HashMap<>(Map.of("account-sid", "AC1", "auth-token", "secret", "from", "+15005550006"));
    settings.put(name, value);
    return settings;
  }

  private static TwilioAccounts accounts(Map<String, String> account, URI publicUrl) {
    var settings = new HashMap<String, String>();
    account.forEach((name, value) -> settings.put("latchkey.sms.twilio." + name, value));
    var config =
        new SmallRyeConfigBuilder()
            .addDefaultInterceptors()
            .withMapping(TwilioConfig.class)
            .withSources(new PropertiesConfigSource(settings, "test", 100))
            .build();
    return new TwilioAccounts(config.getConfigMapping(TwilioConfig.class), publicUrl);
  }
}
