package dev.latchkey.kit.identity.jose;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.security.PrivateKey;
import java.util.stream.Stream;
import org.jose4j.jwk.EcJwkGenerator;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.JsonWebKey.OutputControlLevel;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.keys.EllipticCurves;
import org.jose4j.lang.JoseException;

/** A P-256 key pair with a name. */
public record TestKey(PublicJsonWebKey jwk) {

  public static TestKey named(String name) {
    try {
      EllipticCurveJsonWebKey jwk = EcJwkGenerator.generateJwk(EllipticCurves.P256);
      jwk.setKeyId(name);
      return new TestKey(jwk);
    } catch (JoseException failure) {
      throw new AssertionError(failure);
    }
  }

  public static TestKey of(String json) {
    try {
      return new TestKey(PublicJsonWebKey.Factory.newPublicJwk(json));
    } catch (JoseException failure) {
      throw new AssertionError(failure);
    }
  }

  public PrivateKey secret() {
    return jwk.getPrivateKey();
  }

  public String secretJson() {
    return jwk.toJson(OutputControlLevel.INCLUDE_PRIVATE);
  }

  public static String jwks(TestKey... keys) {
    var array = new JsonArray();
    Stream.of(keys)
        .map(key -> new JsonObject(key.jwk().toJson(OutputControlLevel.PUBLIC_ONLY)))
        .forEach(array::add);
    return new JsonObject().put("keys", array).encode();
  }
}
