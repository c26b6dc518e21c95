package dev.latchkey.auth.identitykey;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.kit.testkit.MovableClock;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class IdentitySigningTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @Inject IdentitySigning signing;
  @Inject MovableClock clock;
  private Instant now = Instant.EPOCH;

  @BeforeEach
  void stopTheClock() {
    clock.set(clock.instant());
    now = clock.instant();
  }

  @AfterEach
  void startTheClock() {
    clock.reset();
  }

  @Test
  void the_header_says_what_it_is_and_which_key_signed() {
    var header = part(signing.sign(Identities.somebody()), 0);

    assertThat(header.get("alg").asText()).isEqualTo("ES256");
    assertThat(header.get("typ").asText()).isEqualTo("identity+jwt");
    assertThat(header.get("kid").asText()).hasSize(43);
    assertThat(header).hasSize(3);
  }

  @Test
  void an_identity_to_be_used_again_lives_a_minute() throws JsonProcessingException {
    var claims = part(signing.sign(Identities.somebody()), 1);

    long seconds = now.getEpochSecond();
    assertThat(claims)
        .isEqualTo(
            JSON.readTree(
                """
                {"iss":"latchkey-edge","aud":"latchkey",
                 "sub":"5f0c1a5e-0f3b-4a39-8f62-0c9d0f7f3c11","iat":%d,"exp":%d,
                 "kind":"session","cid":"7a0c1a5e-0f3b-4a39-8f62-0c9d0f7f3c22","epoch":1,
                 "scope":"global","amr":["pwd"],"tfa":false,"qualified":true,
                 "ip":"192.0.2.7","agent":"a test"}
                """
                    .formatted(seconds, seconds + 60)));
  }

  @Test
  void an_identity_with_step_up_is_for_one_request_and_five_seconds() {
    var identity = Identities.steppedUp(now, Verb.DELETE, "/account/keys/x");

    var claims = part(signing.sign(identity), 1);
    var again = part(signing.sign(identity), 1);

    long seconds = now.getEpochSecond();
    assertThat(claims.get("exp").asLong()).isEqualTo(seconds + 5);
    assertThat(claims.get("pwd_at").asLong()).isEqualTo(seconds);
    assertThat(claims.get("otp_at").asLong()).isEqualTo(seconds);
    assertThat(claims.get("htm").asText()).isEqualTo("DELETE");
    assertThat(claims.get("htp").asText()).isEqualTo("/account/keys/x");
    assertThat(claims.get("scope").asText()).isEqualTo("identity read");
    assertThat(claims.get("amr").toString()).isEqualTo("[\"otp\",\"pwd\"]");
    assertThat(claims.get("jti").asText()).isNotEqualTo(again.get("jti").asText());
  }

  private static JsonNode part(String jwt, int number) {
    try {
      return JSON.readTree(Base64.getUrlDecoder().decode(jwt.split("\\.")[number]));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
