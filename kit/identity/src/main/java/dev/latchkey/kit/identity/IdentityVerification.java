package dev.latchkey.kit.identity;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.kit.identity.jose.IdentityKeys;
import dev.latchkey.kit.identity.jose.JoseHeader;
import dev.latchkey.kit.problem.Outage;
import dev.latchkey.kit.problem.ProblemException;
import io.smallrye.jwt.auth.principal.DefaultJWTTokenParser;
import io.smallrye.jwt.auth.principal.JWTAuthContextInfo;
import io.smallrye.jwt.auth.principal.ParseException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.keys.resolvers.VerificationKeyResolver;

/**
 * Verifies identities: signature, algorithm, type, issuer, audience, times and every claim.
 * Verifying is dear (600 microseconds), so an identity that may be reused is remembered until it
 * expires; one for a single request never is.
 */
@Singleton
class IdentityVerification {

  private static final Logger log = Logger.getLogger(IdentityVerification.class);
  private static final int MOST_REMEMBERED = 10_000;
  private static final Duration LONGEST_LIFE = Duration.ofSeconds(60);

  private final Vertx vertx;
  private final JWTAuthContextInfo rules;
  private final Parser parser;
  private final Cache<String, Identity> remembered =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(LONGEST_LIFE).build();

  IdentityVerification(
      Vertx vertx,
      JWTAuthContextInfo rules,
      @ConfigProperty(name = "mp.jwt.verify.publickey.location") String location,
      @ConfigProperty(name = "latchkey.identity.keys-pause", defaultValue = "60s")
          Duration keysPause) {
    this.vertx = vertx;
    // Stricter than the library's defaults: no minute of grace, and no life longer than ours.
    this.rules = new JWTAuthContextInfo(rules);
    this.rules.setClockSkew(0);
    this.rules.setMaxTimeToLiveSecs(LONGEST_LIFE.toSeconds());
    this.parser = new Parser(new IdentityKeys(location, keysPause));
  }

  /**
   * The identity in a header, or nothing when it is none.
   *
   * <p>Fails with 503 when that can't be told because the edge's keys are not to be had.
   */
  Uni<Optional<Identity>> verify(String text) {
    var known = remembered.getIfPresent(text);
    if (known != null && known.live()) {
      return Uni.createFrom().item(Optional.of(known));
    }
    if (!JoseHeader.right(text, Claims.IDENTITY_TYPE)) {
      return Uni.createFrom().item(Optional.empty());
    }
    // On a worker: it computes, and now and then fetches keys.
    return Uni.createFrom()
        .completionStage(
            () -> vertx.executeBlocking(() -> compute(text), false).toCompletionStage());
  }

  private Optional<Identity> compute(String text) {
    try {
      var identity = IdentityReading.read(parser.parse(text, rules).getJwtClaims());
      if (identity.only() == null) {
        remembered.put(text, identity);
      }
      return Optional.of(identity);
    } catch (ParseException | MalformedClaimException | RuntimeException refused) {
      if (Outage.causes(refused)) {
        throw new ProblemException(Outage.problem());
      }
      log.debugf("identity refused outcome=refused cause=%s", refused.getMessage());
      return Optional.empty();
    }
  }

  /** SmallRye's parser with our keys: its own would wait 20 seconds for a silent edge. */
  private static final class Parser extends DefaultJWTTokenParser {

    private final IdentityKeys keys;

    Parser(IdentityKeys keys) {
      this.keys = keys;
    }

    @Override
    protected VerificationKeyResolver getVerificationKeyResolver(JWTAuthContextInfo rules) {
      return keys;
    }
  }
}
