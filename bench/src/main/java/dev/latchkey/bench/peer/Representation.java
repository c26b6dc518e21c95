package dev.latchkey.bench.peer;

import dev.latchkey.e2e.http.Json;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Keycloak's JSON for who and what is in a realm. */
final class Representation {

  private static final int DIGITS = 6;
  private static final int PERIOD = 30;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  private static final int SEED_LETTERS = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private Representation() {}

  static Map<String, Object> client(String name, String secret) {
    return Map.of(
        "clientId", name,
        "secret", secret,
        "publicClient", false,
        "directAccessGrantsEnabled", true,
        "serviceAccountsEnabled", true,
        "standardFlowEnabled", false,
        // Without its own name in a token a client is told that it is inactive, which is cheaper.
        "protocolMappers",
            List.of(
                Map.of(
                    "name", "audience",
                    "protocol", "openid-connect",
                    "protocolMapper", "oidc-audience-mapper",
                    "config",
                        Map.of(
                            "included.client.audience", name,
                            "access.token.claim", "true",
                            "introspection.token.claim", "true"))));
  }

  static Map<String, Object> user(String name, List<Map<String, Object>> credentials) {
    return Map.of(
        "username",
        name,
        "enabled",
        true,
        "email",
        name + "@example.com",
        "emailVerified",
        true,
        "firstName",
        "One",
        "lastName",
        "Of many",
        "credentials",
        credentials);
  }

  /** As an export has it. */
  static Map<String, Object> otp(String base32) {
    return Map.of(
        "type", "otp",
        "secretData", Json.text(Map.of("value", base32)),
        "credentialData",
            Json.text(
                Map.of(
                    "subType",
                    "totp",
                    "secretEncoding",
                    "BASE32",
                    "algorithm",
                    "HmacSHA1",
                    "digits",
                    DIGITS,
                    "period",
                    PERIOD,
                    "counter",
                    0)));
  }

  /** 160 bits in base 32. */
  static String seed() {
    return RANDOM
        .ints(SEED_LETTERS, 0, BASE32.length())
        .mapToObj(BASE32::charAt)
        .map(String::valueOf)
        .collect(Collectors.joining());
  }
}
