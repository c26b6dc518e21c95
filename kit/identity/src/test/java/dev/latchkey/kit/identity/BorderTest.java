package dev.latchkey.kit.identity;

import static dev.latchkey.kit.identity.Http.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(Surroundings.class)
class BorderTest {

  @Inject InternalPort port;

  private static String credential() {
    return "Bearer "
        + Jwt.sign(
            Jwt.serviceHeader("mfa-service"),
            Jwt.serviceClaims("mfa-service", "auth-service"),
            Surroundings.key("mfa").secret());
  }

  @Test
  void the_internal_port_is_open_and_known() {
    assertThat(port.port()).isPositive();
    assertThat(System.getProperty("latchkey.internal.actual-port"))
        .isEqualTo(Integer.toString(port.port()));
    assertThat(Surroundings.value("latchkey.internal.actual-port"))
        .isEqualTo(Integer.toString(port.port()));
  }

  @Test
  void internal_paths_are_served_on_the_internal_port() {
    assertThat(Http.inside().send("GET", "/.well-known/jwks.json").body()).isEqualTo("keys");
    assertThat(Http.inside().send("GET", "/q/ping").body()).isEqualTo("pong");
    assertThat(Http.inside().send("GET", DoorResource.EPOCH, "Authorization", credential()).body())
        .isEqualTo("mfa-service");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/internal/accounts/1/epoch",
        "/internal",
        "/internal/",
        "/q/ping",
        "/q",
        "/.well-known/jwks.json"
      })
  void internal_paths_are_not_there_on_the_public_port(String path) {
    refused(Http.outside().send("GET", path, "Authorization", credential()), 404, "not_found");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "//internal/accounts/1/epoch",
        "/./internal/accounts/1/epoch",
        "/x/../internal/accounts/1/epoch",
        "/%69nternal/echo",
        "/internal%2Fecho",
        "/INTERNAL/echo",
        "/internal;a/echo",
        "/account/../internal/accounts/1/epoch",
        "/%2e%2e/internal/accounts/1/epoch",
        "/account/%2e%2e/q/ping",
        "//q/ping",
        "/q;x/ping",
        "/%71/ping",
        "/.well-known//jwks.json",
        "/.well-known/jwks.json;x",
        "/.well-known/%6awks.json",
        "http://localhost/internal/accounts/1/epoch",
        "http://localhost/q/ping"
      })
  void no_spelling_of_an_internal_path_gets_in_from_outside(String path) {
    assertThat(Http.outside().raw("GET", path)).isIn(400, 404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/account", "/users", "/nowhere", "/"})
  void public_paths_are_not_there_on_the_internal_port(String path) {
    var identity = Jwt.sign(Jwt.header(), Jwt.claims(), Surroundings.key("edge").secret());

    refused(Http.inside().as(identity, "GET", path), 404, "not_found");
    refused(Http.inside().as(identity, "POST", path), 404, "not_found");
  }

  @Test
  void a_forwarded_port_or_host_moves_nobody_across() {
    var answer =
        Http.outside()
            .send(
                "GET",
                "/q/ping",
                "X-Forwarded-Port",
                Integer.toString(port.port()),
                "X-Forwarded-Host",
                "localhost:" + port.port(),
                "Forwarded",
                "host=localhost:" + port.port());

    refused(answer, 404, "not_found");
  }
}
