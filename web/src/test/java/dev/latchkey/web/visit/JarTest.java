package dev.latchkey.web.visit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.latchkey.web.visit.Jar.Kind;
import dev.latchkey.web.visit.WebConfig.PlainHttp;
import jakarta.ws.rs.core.NewCookie.SameSite;
import java.net.URI;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class JarTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("attack-51")
  void with_https_no_neighbour_can_plant_a_cookie(Kind kind) {
    var jar = new Jar(url("https://latchkey.example", PlainHttp.REFUSED));

    var cookie = jar.keep(kind, "value");

    assertThat(cookie.getName()).startsWith("__Host-");
    assertThat(cookie.isSecure()).isTrue();
    assertThat(cookie.getPath()).isEqualTo("/");
    assertThat(cookie.getDomain()).isNull();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  @Tag("attack-51")
  void no_script_and_no_form_of_another_site_has_a_cookie(Kind kind) {
    var cookie = new Jar(url("https://latchkey.example", PlainHttp.REFUSED)).keep(kind, "value");

    assertThat(cookie.isHttpOnly()).isTrue();
    assertThat(cookie.getSameSite()).isEqualTo(SameSite.LAX);
    assertThat(cookie.getMaxAge()).isPositive();
  }

  @Test
  void on_loopback_the_names_say_that_it_is_no_real_place() {
    var jar = new Jar(url("http://127.0.0.1:8080", PlainHttp.LOOPBACK));

    assertThat(jar.name(Kind.SESSION)).isEqualTo("latchkey-dev");
    assertThat(jar.keep(Kind.SESSION, "value").isSecure()).isFalse();
  }

  @Test
  void a_cookie_is_taken_away_at_once() {
    var jar = new Jar(url("https://latchkey.example", PlainHttp.REFUSED));

    assertThat(jar.drop(Kind.SESSION).getMaxAge()).isZero();
    assertThat(jar.drop(Kind.SESSION).getName()).isEqualTo(jar.name(Kind.SESSION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://127.0.0.1:8080", "http://latchkey.example", "ftp://localhost"})
  void without_https_web_does_not_start(String address) {
    assertThatThrownBy(() -> url(address, PlainHttp.REFUSED)).hasMessageContaining("https");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://latchkey.example",
        "http://127.0.0.1.latchkey.example",
        "http://10.0.0.1:8080",
        "http://0.0.0.0:8080"
      })
  void where_plain_http_is_let_pass_it_is_only_on_this_machine(String address) {
    assertThatThrownBy(() -> url(address, PlainHttp.LOOPBACK)).hasMessageContaining("https");
  }

  private static PublicUrl url(String address, PlainHttp plainHttp) {
    return new PublicUrl(URI.create(address), new Settings(plainHttp));
  }

  private record Settings(PlainHttp plainHttp) implements WebConfig {
    @Override
    public String formKey() {
      return "";
    }

    @Override
    public String serviceKey() {
      return "";
    }
  }
}
