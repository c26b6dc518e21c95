package dev.latchkey.kit.identity.jose;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.security.Key;
import java.security.PublicKey;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey;
import org.jose4j.jwk.JsonWebKeySet;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwx.JsonWebStructure;
import org.jose4j.keys.resolvers.VerificationKeyResolver;
import org.jose4j.lang.JoseException;
import org.jose4j.lang.UnresolvableKeyException;

/**
 * Public keys of everybody who has a service key ({@code latchkey.service.callers}, a JWKS). A
 * caller may have several, so that the next one is known everywhere before it signs: {@link KeyId}.
 */
@Singleton
public final class CallerKeys implements VerificationKeyResolver {

  private final Map<String, PublicKey> byId;

  /**
   * Those that are configured; without any nobody may call.
   *
   * @throws IllegalArgumentException as {@link #of}
   */
  @Inject
  CallerKeys(@ConfigProperty(name = "latchkey.service.callers") Optional<String> jwks) {
    this(jwks.map(CallerKeys::read).orElse(Map.of()));
  }

  private CallerKeys(Map<String, PublicKey> byId) {
    this.byId = Map.copyOf(byId);
  }

  /**
   * Reads a JWKS.
   *
   * @throws IllegalArgumentException when it is not one of named, public P-256 keys: the service
   *     must not start
   */
  public static CallerKeys of(String jwks) {
    return new CallerKeys(read(jwks));
  }

  /**
   * The key under which something that names both was signed; nothing when we don't know it, or it
   * is another issuer's.
   *
   * @param issuer name of who signed: {@code mfa-service}
   * @param keyId the {@code kid}: {@code mfa-service}, or {@code mfa-service.2}
   */
  public Optional<PublicKey> find(String issuer, String keyId) {
    return KeyId.belongs(keyId, issuer) ? Optional.ofNullable(byId.get(keyId)) : Optional.empty();
  }

  private static Map<String, PublicKey> read(String jwks) {
    try {
      var keys = new HashMap<String, PublicKey>();
      for (var key : new JsonWebKeySet(jwks).getJsonWebKeys()) {
        if (key.getKeyId() == null || keys.put(key.getKeyId(), publicKey(key)) != null) {
          throw new IllegalArgumentException(
              "latchkey.service.callers: each key needs its own kid");
        }
      }
      if (Set.copyOf(keys.values()).size() < keys.size()) {
        // One person with one key under two ids would be two operators.
        throw new IllegalArgumentException("latchkey.service.callers: a key is there twice");
      }
      return keys;
    } catch (JoseException | ClassCastException broken) {
      throw new IllegalArgumentException("latchkey.service.callers is not a JWKS", broken);
    }
  }

  private static PublicKey publicKey(JsonWebKey key) {
    if (!(key instanceof EllipticCurveJsonWebKey curve)
        || !"P-256".equals(curve.getCurveName())
        || curve.getPrivateKey() != null) {
      throw new IllegalArgumentException("latchkey.service.callers: public P-256 keys only");
    }
    return curve.getECPublicKey();
  }

  @Override
  public Key resolveKey(JsonWebSignature signed, List<JsonWebStructure> nesting)
      throws UnresolvableKeyException {
    var key = byId.get(signed.getKeyIdHeaderValue());
    if (key == null) {
      throw new UnresolvableKeyException("unknown caller");
    }
    return key;
  }
}
