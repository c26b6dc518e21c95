package dev.latchkey.e2e.rotation;

import dev.latchkey.contracts.endpoint.Asker;
import dev.latchkey.e2e.http.Json;
import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.SecureRandom;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.util.Base64;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A second key of each kind, and what a program's environment says of them in each phase. */
final class NewKeys {

  /** The steps of the runbooks. */
  enum Phase {
    /** The new keys are known everywhere; the old ones make everything. */
    PUBLISHED,
    /** The new ones make everything; the old ones still open. */
    SWITCHED,
    /** The old service keys are gone. Old keys of rings stay as long as something needs them. */
    TAKEN_AWAY
  }

  private static final List<Asker> WITH_NEW_SERVICE_KEY =
      List.of(Asker.AUTH, Asker.MFA, Asker.TOKEN, Asker.NOTIFICATION, Asker.GATEWAY);

  private static final List<String> RINGS =
      List.of("SEALING_COLUMNS", "SEALING_MESSAGES", "PEPPER", "TOKEN_HASH");

  private static final int COORDINATE_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final Map<Asker, KeyPair> services = new EnumMap<>(Asker.class);
  private final Map<String, String> secrets = new HashMap<>();

  NewKeys() {
    WITH_NEW_SERVICE_KEY.forEach(asker -> services.put(asker, pair()));
  }

  /** What changes in the environment of a program. */
  Map<String, String> changes(Phase phase, Asker program, Map<String, String> environment) {
    var changes = new HashMap<String, String>();
    RINGS.stream()
        .map("LATCHKEY_%s"::formatted)
        .filter(ring -> environment.containsKey(ring + "_CURRENT"))
        .forEach(ring -> {
          // The messages' ring is everybody's, the others are each service's own.
          var owner = ring.endsWith("MESSAGES") ? "all" : program.name();
          changes.put(
              ring + "_KEYS_LOCAL2", secrets.computeIfAbsent(ring + owner, name -> secret()));
          if (phase != Phase.PUBLISHED) {
            changes.put(ring + "_CURRENT", "local2");
          }
        });
    if (environment.containsKey("LATCHKEY_SERVICE_CALLERS")) {
      var callers = callers(phase, environment.getOrDefault("LATCHKEY_SERVICE_CALLERS", ""));
      changes.put("LATCHKEY_SERVICE_CALLERS", callers);
    }
    if (phase != Phase.PUBLISHED && services.containsKey(program)) {
      changes.put("LATCHKEY_SERVICE_KEY", jwk(program, true));
    }
    return changes;
  }

  private String callers(Phase phase, String before) {
    var old =
        Json.read(before)
            .path("keys")
            .valueStream()
            .filter(key ->
                phase != Phase.TAKEN_AWAY
                    || Asker.named(key.path("kid").asText())
                        .filter(WITH_NEW_SERVICE_KEY::contains)
                        .isEmpty())
            .map(Object::toString);
    var added = WITH_NEW_SERVICE_KEY.stream().map(asker -> jwk(asker, false));
    return Stream.concat(old, added).collect(Collectors.joining(",", "{\"keys\":[", "]}"));
  }

  private String jwk(Asker asker, boolean whole) {
    var pair = services.get(asker);
    if (pair == null) {
      throw new IllegalArgumentException(asker + " has no new key");
    }
    var point = ((ECPublicKey) pair.getPublic()).getW();
    var open =
        "{\"kty\":\"EC\",\"crv\":\"P-256\",\"kid\":\"%s.2\",\"x\":\"%s\",\"y\":\"%s\""
            .formatted(asker.caller(), text(point.getAffineX()), text(point.getAffineY()));
    return whole
        ? open + ",\"d\":\"" + text(((ECPrivateKey) pair.getPrivate()).getS()) + "\"}"
        : open + "}";
  }

  private static KeyPair pair() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  private static String secret() {
    var bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return Base64.getEncoder().encodeToString(bytes);
  }

  /** Base64url of the number with leading zeros. */
  private static String text(BigInteger number) {
    var bytes = number.toByteArray();
    var padded = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
  }
}
