package dev.latchkey.kit.identity.jose;

import java.security.PrivateKey;
import java.util.Objects;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.lang.JoseException;

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
   * @throws IllegalArgumentException when it is no private P-256 key: the service must not start
   */
  public static ServiceKey of(String service, String jwk) {
    try {
      if (PublicJsonWebKey.Factory.newPublicJwk(jwk) instanceof EllipticCurveJsonWebKey curve
          && "P-256".equals(curve.getCurveName())
          && curve.getPrivateKey() != null) {
        var id = Objects.requireNonNullElse(curve.getKeyId(), service);
        return new ServiceKey(id, curve.getPrivateKey());
      }
    } catch (JoseException broken) {
      throw new IllegalArgumentException("latchkey.service.key is not a JWK", broken);
    }
    throw new IllegalArgumentException("latchkey.service.key must be a private P-256 key");
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
