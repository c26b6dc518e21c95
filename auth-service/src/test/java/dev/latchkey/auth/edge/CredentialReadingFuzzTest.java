package dev.latchkey.auth.edge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.latchkey.contracts.identity.Headers;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.testkit.hostile.Hostile;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CredentialReadingFuzzTest {

  private static final String SESSION = OpaqueToken.mint(TokenKind.SESSION, new Random(1)).text();
  private static final String DEVICE = OpaqueToken.mint(TokenKind.DEVICE, new Random(2)).text();

  @Test
  void any_authorization_is_a_credential_or_unreadable() {
    var pair = basic("alice@example.com:plenty of words");
    Hostile.holds(
        Hostile.near("Bearer " + SESSION, "Basic " + pair, pair, "bearer", ""),
        text ->
            assertThat(authorization(text))
                .isNotInstanceOfAny(
                    Presented.Nothing.class, Presented.Several.class, Presented.Challenge.class));
  }

  @Test
  void a_token_is_taken_as_it_is_or_not_at_all() {
    Hostile.holds(
        Hostile.near(SESSION, DEVICE),
        text -> {
          if (authorization("Bearer " + text) instanceof Presented.Token read) {
            assertThat(read.token().text()).isEqualTo(SESSION).isEqualTo(text.strip());
          }
        });
  }

  @Test
  void whatever_is_in_a_basic_pair_no_token_of_another_kind_becomes_a_password() {
    Hostile.holds(
        Hostile.near("alice@example.com:" + DEVICE, ":" + SESSION, "alice@example.com:words"),
        text -> {
          switch (authorization("Basic " + basic(text))) {
            case Presented.Token read -> assertThat(text).endsWith(":" + read.token().text());
            case Presented.EmailAndPassword ignored -> {
              var secret = text.substring(text.indexOf(':') + 1);
              assertThat(OpaqueToken.parse(secret)).isEmpty();
            }
            case Presented.Unreadable ignored -> {}
            default -> throw new AssertionError("neither");
          }
        });
  }

  @Test
  void any_challenge_is_one_or_unreadable() {
    var challenge = OpaqueToken.mint(TokenKind.CHALLENGE, new Random(3)).text();
    Hostile.holds(
        Hostile.near(challenge, SESSION),
        text ->
            assertThat(CredentialReading.of(headers(Headers.CHALLENGE, text)))
                .isInstanceOfAny(Presented.Challenge.class, Presented.Unreadable.class));
  }

  private static Presented authorization(String value) {
    return CredentialReading.of(headers(HttpHeaders.AUTHORIZATION, value));
  }

  private static MultiMap headers(CharSequence name, String value) {
    return MultiMap.caseInsensitiveMultiMap().add(name, value);
  }

  private static String basic(String pair) {
    return Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
  }
}
