package dev.latchkey.e2e.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

/** JWS by ES256 with the JDK alone, independent of what the platform uses for it. */
final class Es256 {

  private static final String CURVE = "secp256r1";
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private Es256() {}

  /** A whole JWS. */
  static String sign(PrivateKey key, String header, String payload) {
    var part = part(payload.getBytes(UTF_8));
    return part(header.getBytes(UTF_8)) + "." + part + "." + signature(key, header, part);
  }

  /** A JWS without its payload (RFC 7515, appendix F). */
  static String detached(PrivateKey key, String header, byte[] payload) {
    return part(header.getBytes(UTF_8)) + ".." + signature(key, header, part(payload));
  }

  /** The private key of a JWK. */
  static PrivateKey key(JsonNode jwk) {
    try {
      var curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec(CURVE));
      var number = new BigInteger(1, Base64.getUrlDecoder().decode(jwk.path("d").asText()));
      return KeyFactory.getInstance("EC")
          .generatePrivate(
              new ECPrivateKeySpec(number, curve.getParameterSpec(ECParameterSpec.class)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** A key that nobody else has. */
  static PrivateKey newKey() {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec(CURVE));
      return generator.generateKeyPair().getPrivate();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signature(PrivateKey key, String header, String part) {
    try {
      var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update((part(header.getBytes(UTF_8)) + "." + part).getBytes(UTF_8));
      return part(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String part(byte[] bytes) {
    return BASE64.encodeToString(bytes);
  }
}
