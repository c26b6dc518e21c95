package dev.latchkey.kit.testkit;

import java.util.List;
import java.util.Map;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** Key pairs of this test run, one a name. */
final class TestKeys {

  private TestKeys() {}

  /** The key of that name as a JWK; its {@code kid} is the name. */
  static String privateJwk(String name) {
    return JvmWide.get("key." + name, String.class, () -> generate(name));
  }

  /** The public keys of these names as a JWKS. */
  static String publicKeys(List<String> names) {
    var keys = names.stream().<JsonWebKey>map(TestKeys::key).toList();
    return new JsonWebKeySet(keys).toJson(JsonWebKey.OutputControlLevel.PUBLIC_ONLY);
  }

  /** Signs claims (ES256). */
  static String sign(String key, String kid, String type, Map<String, Object> claims) {
    var signature = signature(key, kid, type);
    signature.setPayload(org.jose4j.json.JsonUtil.toJson(claims));
    try {
      return signature.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Signs a payload (ES256) that is not part of the result. */
  static String detached(String key, String kid, String type, byte[] payload) {
    var signature = signature(key, kid, type);
    signature.setPayloadBytes(payload);
    try {
      return signature.getDetachedContentCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonWebSignature signature(String key, String kid, String type) {
    var signature = new JsonWebSignature();
    signature.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    signature.setKeyIdHeaderValue(kid);
    signature.setHeader("typ", type);
    signature.setKey(key(key).getPrivateKey());
    return signature;
  }

  private static EllipticCurveJsonWebKey key(String name) {
    try {
      return (EllipticCurveJsonWebKey) JsonWebKey.Factory.newJwk(privateJwk(name));
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String generate(String name) {
    try {
      var key = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      key.setKeyId(name);
      key.setUse("sig");
      key.setAlgorithm(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
      return key.toJson(JsonWebKey.OutputControlLevel.INCLUDE_PRIVATE);
    } catch (JoseException e) {
      throw new IllegalStateException(e);
    }
  }
}
