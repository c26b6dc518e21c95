package dev.latchkey.local.gateway;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.latchkey.contracts.endpoint.Owner;
import dev.latchkey.contracts.identity.Claims;
import io.vertx.core.json.JsonObject;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/** Says to the edge that it is the gateway who asks: a short-lived ES256 JWT under its own key. */
final class ServiceCredential {

  static final String NAME = "gateway";

  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration REUSE = Duration.ofSeconds(45);
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final PrivateKey key;
  private final String keyId;
  private final Clock clock;
  private Instant renewal = Instant.EPOCH;
  private String current = "";

  /**
   * @param jwk the gateway's private key: EC, P-256; its {@code kid} is the gateway's name, or that
   *     and which of its keys it is ({@code gateway.2})
   */
  ServiceCredential(String jwk, Clock clock) throws GeneralSecurityException {
    var read = new JsonObject(jwk);
    this.key = key(read);
    this.keyId = read.getString("kid", NAME);
    this.clock = clock;
  }

  /** A credential with at least 15 seconds to live. */
  synchronized String text() {
    var now = clock.instant();
    if (!now.isBefore(renewal)) {
      current = sign(now);
      renewal = now.plus(REUSE);
    }
    return current;
  }

  private String sign(Instant now) {
    var header =
        new JsonObject().put("alg", "ES256").put("typ", Claims.SERVICE_TYPE).put("kid", keyId);
    var claims =
        new JsonObject()
            .put("iss", NAME)
            .put("sub", NAME)
            .put("aud", Owner.AUTH.service())
            .put("iat", now.getEpochSecond())
            .put("exp", now.plus(LIFE).getEpochSecond());
    var signed = part(header) + "." + part(claims);
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(signed.getBytes(UTF_8));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the gateway's key does not sign", e);
    }
  }

  private static String part(JsonObject json) {
    return BASE64.encodeToString(json.toBuffer().getBytes());
  }

  private static PrivateKey key(JsonObject jwk) throws GeneralSecurityException {
    var curve = AlgorithmParameters.getInstance("EC");
    curve.init(new ECGenParameterSpec("secp256r1"));
    var number = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.getString("d")));
    return KeyFactory.getInstance("EC")
        .generatePrivate(
            new ECPrivateKeySpec(number, curve.getParameterSpec(ECParameterSpec.class)));
  }
}
