package dev.latchkey.auth.identitykey;

import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.RandomIds;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.lang.JoseException;
import org.jspecify.annotations.Nullable;

/**
 * Signs identities, ES256, with the key that signs at the moment. It touches memory only and takes
 * some 200 microseconds, so it may be called on an event loop; what has no step-up should still be
 * signed once and reused for {@link #LIFE}.
 */
@ApplicationScoped
public class IdentitySigning {

  /** How long an identity lives that is not for one request only. */
  public static final Duration LIFE = Duration.ofSeconds(60);

  /** How long an identity lives that is for one request only. */
  public static final Duration LIFE_OF_ONE_REQUEST = Duration.ofSeconds(5);

  private final SigningKeys keys;
  private final Clock clock;
  private final RandomIds ids;

  IdentitySigning(SigningKeys keys, Clock clock, RandomIds ids) {
    this.keys = keys;
    this.clock = clock;
    this.ids = ids;
  }

  /** The identity as a compact JWT, for the header {@code Latchkey-Identity}. */
  public String sign(IdentityClaims identity) {
    var signer = keys.signer();
    var jws = new JsonWebSignature();
    jws.setAlgorithmHeaderValue(AlgorithmIdentifiers.ECDSA_USING_P256_CURVE_AND_SHA256);
    jws.setKeyIdHeaderValue(signer.kid());
    jws.setHeader("typ", Claims.IDENTITY_TYPE);
    jws.setPayload(claims(identity).toJson());
    jws.setKey(signer.key());
    // The key is from our own generator; checking it again costs more than the JSON does.
    jws.setDoKeyValidation(false);
    try {
      return jws.getCompactSerialization();
    } catch (JoseException e) {
      throw new IllegalStateException("an identity could not be signed", e);
    }
  }

  private JwtClaims claims(IdentityClaims identity) {
    var now = clock.instant();
    var claims = new JwtClaims();
    claims.setIssuer(Claims.ISSUER);
    claims.setAudience(Claims.AUDIENCE);
    claims.setSubject(identity.account().toString());
    claims.setIssuedAt(date(now));
    claims.setClaim(Claims.KIND, identity.kind().text());
    claims.setClaim(Claims.CREDENTIAL, identity.credential().toString());
    if (identity.token() != null) {
      claims.setClaim(Claims.TOKEN, identity.token().toString());
    }
    if (identity.asPassword()) {
      claims.setClaim(Claims.AS_PASSWORD, true);
    }
    claims.setClaim(Claims.EPOCH, identity.epoch());
    claims.setClaim(Claims.SCOPE, Scope.join(identity.scopes()));
    claims.setStringListClaim(
        Claims.METHODS, identity.proofs().stream().map(Proof::text).sorted().toList());
    setSeconds(claims, Claims.PASSWORD_AT, identity.passwordAt());
    setSeconds(claims, Claims.FACTOR_AT, identity.factorAt());
    claims.setClaim(Claims.TWO_FACTOR, identity.twoFactor());
    claims.setClaim(Claims.QUALIFIED, identity.qualified());
    claims.setClaim(Claims.CLIENT_IP, identity.origin().ip());
    claims.setClaim(Claims.CLIENT_AGENT, identity.origin().client());
    if (identity.challenge() != null) {
      claims.setClaim(Claims.CHALLENGE, identity.challenge());
    }
    setLife(claims, now, identity.request());
    return claims;
  }

  private void setLife(JwtClaims claims, Instant now, IdentityClaims.@Nullable OneRequest request) {
    if (request == null) {
      claims.setExpirationTime(date(now.plus(LIFE)));
      return;
    }
    claims.setExpirationTime(date(now.plus(LIFE_OF_ONE_REQUEST)));
    claims.setJwtId(ids.next().toString());
    claims.setClaim(Claims.METHOD, request.verb().name());
    claims.setClaim(Claims.PATH, request.path());
  }

  private static void setSeconds(JwtClaims claims, String name, @Nullable Instant when) {
    if (when != null) {
      claims.setClaim(name, when.getEpochSecond());
    }
  }

  private static NumericDate date(Instant when) {
    return NumericDate.fromSeconds(when.getEpochSecond());
  }
}
