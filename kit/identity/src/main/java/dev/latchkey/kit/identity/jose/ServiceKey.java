package dev.latchkey.kit.identity.jose;

import java.security.PrivateKey;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/** A service's own key, EC P-256: it signs who calls, and what is said. */
public final class ServiceKey {

  private final String id;
  private final PrivateKey secret;

  private ServiceKey(String id, PrivateKey secret) {
    this.id = id;
    this.secret = secret;
  }

  /**
   * Reads a JWK.
   *
   * @param service whose key it is; its name is the id of a key that has no {@code kid}
   * @throws IllegalArgumentException when it is no private P-256 key, or its {@code kid} is not
   *     {@link KeyId one of this service's}: the service must not start
   */
  public static ServiceKey of(String service, String jwk) {
    try {
      if (PublicJsonWebKey.Factory.newPublicJwk(jwk) instanceof EllipticCurveJsonWebKey curve
          && "P-256".equals(curve.getCurveName())
          && curve.getPrivateKey() != null) {
        return new ServiceKey(id(service, curve.getKeyId()), curve.getPrivateKey());
      }
    } catch (JoseException broken) {
      throw new IllegalArgumentException("latchkey.service.key is not a JWK", broken);
    }
    throw new IllegalArgumentException("latchkey.service.key must be a private P-256 key");
  }

  private static String id(String service, @Nullable String kid) {
    if (kid == null) {
      return service;
    }
    if (!KeyId.belongs(kid, service)) {
      // Signed under another's id it would be refused everywhere, and only then.
      throw new IllegalArgumentException("latchkey.service.key is not a key of " + service);
    }
    return kid;
  }

  /** A JWS of that type, to be given its payload: ES256, and the key's id beside it. */
  public JsonWebSignature signature(String type) {
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(id);
    jws.setHeader("typ", type);
    jws.setKey(secret);
    return jws;
  }

  @Override
  public String toString() {
    return "ServiceKey[" + id + "]";
  }
}
