package dev.latchkey.kit.identity.jose;

import java.security.Key;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/** Public keys of the services that may call us; a key's id is its service's name. */
public final class CallerKeys implements VerificationKeyResolver {

  private final Map<String, Key> byName;

  private CallerKeys(Map<String, Key> byName) {
    this.byName = Map.copyOf(byName);
  }

  /** Without keys nobody may call. */
  public static CallerKeys none() {
    return new CallerKeys(Map.of());
  }

  /**
   * Reads a JWKS.
   *
   * @throws IllegalArgumentException when it is not one of named, public P-256 keys: the service
   *     must not start
   */
  public static CallerKeys of(String jwks) {
    try {
      var keys = new HashMap<String, Key>();
      for (var key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
        if (key.getKeyId() == null || keys.put(key.getKeyId(), publicKey(key)) != null) {
          throw new IllegalArgumentException(
              "latchkey.service.callers: each key needs its own kid");
        }
      }
      return new CallerKeys(keys);
    } catch (JoseException | ClassCastException broken) {
      throw new IllegalArgumentException("latchkey.service.callers is not a JWKS", broken);
    }
  }

  private static Key publicKey(JsonWebKey key) {
    if (!(key instanceof EllipticCurveJsonWebKey curve)
        || !"P-256".equals(curve.getCurveName())
        || curve.getPrivateKey() != null) {
      throw new IllegalArgumentException("latchkey.service.callers: public P-256 keys only");
    }
    return curve.getPublicKey();
  }

  /**
   * The key under which something that names both was signed; nothing when we don't know it, or it
   * is another issuer's.
   *
   * @param issuer name of who signed: {@code mfa-service}
   * @param keyId the {@code kid}
   */
  public Optional<Key> find(String issuer, String keyId) {
    return keyId.equals(issuer) ? Optional.ofNullable(byName.get(keyId)) : Optional.empty();
  }

  @Override
  public Key resolveKey(JsonWebSignature signed, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    var key = byName.get(signed.getKeyIdHeaderValue());
    if (key == null) {
      throw new UnresolvableKeyException("unknown caller");
    }
    return key;
  }
}
