package dev.latchkey.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.kit.identity.jose.CallerKeys;
import dev.latchkey.kit.identity.jose.JoseHeader;
import dev.latchkey.kit.identity.jose.KeyId;
import io.quarkus.runtime.Startup;
import jakarta.inject.Singleton;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwa.AlgorithmConstraints.ConstraintType;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;

/**
 * Verifies service credentials: signed by a key of the caller who is issuer and subject alike, for
 * us alone, for a minute at most. A service uses one for 45 seconds, so it is remembered.
 */
@Singleton
@Startup // Keys that are not what they should be keep the service from starting.
class ServiceVerification {

  private static final Logger log = Logger.getLogger(ServiceVerification.class);
  private static final int MOST_REMEMBERED = 1000;
  private static final int LONGEST_LIFE_SECONDS = 60;

  /** So far the caller's clock may be ahead of ours. */
  private static final int AHEAD_SECONDS = 5;

  private record Verified(ServiceCaller caller, NumericDate expires) {}

  private final JwtConsumer consumer;
  private final Cache<String, Verified> remembered =
      Caffeine.newBuilder()
          .maximumSize(MOST_REMEMBERED)
          .expireAfterWrite(LONGEST_LIFE_SECONDS, TimeUnit.SECONDS)
          .build();

  ServiceVerification(
      @ConfigProperty(name = "latchkey.service.name") String self, CallerKeys keys) {
    consumer =
        new JwtConsumerBuilder()
            .setJwsAlgorithmConstraints(
                ConstraintType.PERMIT, AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256)
            .setVerificationKeyResolver(keys)
            .setExpectedType(true, Claims.SERVICE_TYPE)
            .setExpectedAudience(true, self)
            .setRequireSubject()
            .setRequireIssuedAt()
            .setRequireExpirationTime()
            .setIssuedAtRestrictions(AHEAD_SECONDS, LONGEST_LIFE_SECONDS + AHEAD_SECONDS)
            .build();
  }

  /** Who presented this credential not long ago, without computing anything. */
  Optional<ServiceCaller> remembered(String text) {
    return Optional.ofNullable(remembered.getIfPresent(text))
        .filter(known -> NumericDate.now().isBefore(known.expires()))
        .map(Verified::caller);
  }

  /** The caller, or nothing when the text is no credential for us. Computes: not on event loops. */
  Optional<ServiceCaller> verify(String text) {
    if (!JoseHeader.right(text, Claims.SERVICE_TYPE)) {
      return Optional.empty();
    }
    try {
      var verified = consumer.process(text);
      var signed = (JsonWebSignature) verified.getJoseObjects().getFirst();
      var claims = verified.getJwtClaims();
      var keyId = signed.getKeyIdHeaderValue();
      if (!ownName(keyId, claims) || !shortLived(claims)) {
        return Optional.empty();
      }
      var caller = new ServiceCaller(claims.getSubject(), keyId);
      remembered.put(text, new Verified(caller, claims.getExpirationTime()));
      return Optional.of(caller);
    } catch (InvalidJwtException | MalformedClaimException | RuntimeException refused) {
      log.debugf("service credential refused outcome=refused cause=%s", refused.getMessage());
      return Optional.empty();
    }
  }

  /** Nobody speaks in another's name, and a credential is for one callee. */
  private static boolean ownName(String keyId, JwtClaims claims) throws MalformedClaimException {
    return KeyId.belongs(keyId, claims.getSubject())
        && claims.getSubject().equals(claims.getIssuer())
        && claims.getAudience().size() == 1;
  }

  private static boolean shortLived(JwtClaims claims) throws MalformedClaimException {
    long life = claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue();
    return life > 0 && life <= LONGEST_LIFE_SECONDS;
  }
}
