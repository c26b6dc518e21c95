package dev.latchkey.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.kit.identity.jose.TestKey;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A service that was given neither a port nor anybody's keys. */
@QuarkusTest
@TestProfile(RandomPortTest.Bare.class)
class RandomPortTest {

  public static class Bare implements QuarkusTestProfile {
    @Override
    public Map<String, String> getConfigOverrides() {
      return Map.of(
          "latchkey.internal.port", "0",
          "mp.jwt.verify.publickey.location", "http://127.0.0.1:1/jwks.json");
    }
  }

  @Inject InternalPort port;

  @Test
  void port_0_takes_a_free_one() {
    assertThat(port.port()).isPositive();
    assertThat(Http.inside().send("GET", "/q/ping").body()).isEqualTo("pong");
    assertThat(Http.outside().send("GET", "/q/ping").statusCode()).isEqualTo(404);
  }

  @Test
  void without_callers_keys_nobody_may_call() {
    var stranger = TestKey.named("mfa-service");
    var credential =
        Jwt.sign(
            Jwt.serviceHeader("mfa-service"),
            Jwt.serviceClaims("mfa-service", "auth-service"),
            stranger.secret());

    Http.refused(
        Http.inside().send("GET", DoorResource.EPOCH, "Authorization", "Bearer " + credential),
        401,
        "unauthorized");
  }

  @Test
  void with_the_edge_away_an_identity_is_503_and_not_401() {
    var edge = TestKey.named("edge-1");
    var identity = Jwt.sign(Jwt.header(), Jwt.claims(), edge.secret());

    var answer = Http.outside().as(identity, "GET", "/account");

    Http.refused(answer, 503, "unavailable");
    assertThat(answer.headers().firstValue("Retry-After")).hasValue("5");
    Http.refused(Http.outside().as("garbage", "GET", "/account"), 401, "unauthorized");
    assertThat(Http.outside().send("POST", "/users").statusCode()).isEqualTo(200);
  }
}
