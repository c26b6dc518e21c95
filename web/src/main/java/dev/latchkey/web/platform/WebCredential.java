package dev.latchkey.web.platform;

import dev.latchkey.web.visit.WebConfig;
import io.quarkus.runtime.Startup;
import io.smallrye.jwt.algorithm.SignatureAlgorithm;
import io.smallrye.jwt.build.Jwt;
import jakarta.inject.Singleton;
import java.security.PrivateKey;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jwk.EllipticCurveJsonWebKey;
import org.jose4j.jwk.PublicJsonWebKey;
import org.jose4j.lang.JoseException;

/**
 * Says to the edge that it is web who asks for somebody: an ES256 JWT under web's own key, for a
 * minute. It opens nothing by itself; it only has the edge believe where the person is.
 */
@Singleton
@Startup // A key that does not sign keeps the service from starting.
class WebCredential {

  private static final String NAME = "web";
  private static final String CALLEE = "auth-service";
  private static final Duration LIFE = Duration.ofSeconds(60);
  private static final Duration REUSE = Duration.ofSeconds(45);

  private record Signed(String text, Instant renewal) {}

  private final PrivateKey key;
  private final Clock clock;
  private volatile Signed current;

  WebCredential(WebConfig config, Clock clock) {
    this.clock = clock;
    this.key = key(config.serviceKey());
    this.current = sign();
  }

  /** A credential with at least 15 seconds to live. Two that sign at once harm nobody. */
  String text() {
    var signed = current;
    if (!clock.instant().isBefore(signed.renewal())) {
      signed = sign();
      current = signed;
    }
    return signed.text();
  }

  private Signed sign() {
    var now = clock.instant();
    var text =
        Jwt.issuer(NAME)
            .subject(NAME)
            .audience(CALLEE)
            .issuedAt(now)
            .expiresAt(now.plus(LIFE))
            .jws()
            .algorithm(SignatureAlgorithm.ES256)
            .keyId(NAME)
            .header("typ", "svc+jwt")
            .sign(key);
    return new Signed(text, now.plus(REUSE));
  }

  private static PrivateKey key(String jwk) {
    try {
      if (PublicJsonWebKey.Factory.newPublicJwk(jwk) instanceof EllipticCurveJsonWebKey curve
          && "P-256".equals(curve.getCurveName())
          && curve.getPrivateKey() != null) {
        return curve.getPrivateKey();
      }
    } catch (JoseException broken) {
      throw new IllegalStateException("latchkey.web.service-key is not a JWK", broken);
    }
    throw new IllegalStateException("latchkey.web.service-key must be a private P-256 key");
  }
}
