package dev.latchkey.local.launcher.house;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPrivateKeySpec;
import java.util.Base64;

/** P-256 keys as JSON (RFC 7517, RFC 7518 section 6.2). */
final class Jwk {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int COORDINATE_BYTES = 32;

  private Jwk() {}

  /** A new private key; its {@code kid} is the name. */
  static String make(String name) {
    try {
      var generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      var pair = generator.generateKeyPair();
      var point = ((ECPublicKey) pair.getPublic()).getW();
      return JSON.createObjectNode()
          .put("kty", "EC")
          .put("crv", "P-256")
          .put("alg", "ES256")
          .put("use", "sig")
          .put("kid", name)
          .put("x", text(point.getAffineX()))
          .put("y", text(point.getAffineY()))
          .put("d", text(((ECPrivateKey) pair.getPrivate()).getS()))
          .toString();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  /** The private key as other programs read it: PKCS #8 in PEM (RFC 7468). */
  static String pem(String jwk) {
    try {
      var curve = AlgorithmParameters.getInstance("EC");
      curve.init(new ECGenParameterSpec("secp256r1"));
      var number = new BigInteger(1, Base64.getUrlDecoder().decode(read(jwk).get("d").asText()));
      var key =
          KeyFactory.getInstance("EC")
              .generatePrivate(
                  new ECPrivateKeySpec(number, curve.getParameterSpec(ECParameterSpec.class)));
      return "-----BEGIN PRIVATE KEY-----\n"
          + Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(key.getEncoded())
          + "\n-----END PRIVATE KEY-----\n";
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every JDK has P-256", e);
    }
  }

  static JsonNode publicPart(String jwk) {
    return read(jwk).without("d");
  }

  private static ObjectNode read(String jwk) {
    try {
      return (ObjectNode) JSON.readTree(jwk);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a key in secrets.json is no JSON", e);
    }
  }

  /** Base64url of the number with leading zeros: a shorter one is not valid. */
  private static String text(BigInteger number) {
    var bytes = number.toByteArray();
    var padded = new byte[COORDINATE_BYTES];
    int length = Math.min(bytes.length, COORDINATE_BYTES);
    System.arraycopy(bytes, bytes.length - length, padded, COORDINATE_BYTES - length, length);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
  }
}
