package dev.latchkey.kit.identity;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.Claims;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.Identity.OneRequest;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jspecify.annotations.Nullable;

/** Reads the claims of a verified JWT; one that is missing or of the wrong type fails. */
final class IdentityReading {

  private final JwtClaims claims;

  private IdentityReading(JwtClaims claims) {
    this.claims = claims;
  }

  /**
   * @throws MalformedClaimException or an unchecked exception when the claims are not an identity's
   */
  static Identity read(JwtClaims claims) throws MalformedClaimException {
    return new IdentityReading(claims).identity();
  }

  private Identity identity() throws MalformedClaimException {
    var account = AccountId.of(text(claims.getSubject()));
    var kind = CredentialKind.parse(text(Claims.KIND, claims)).orElseThrow();
    var passwordAt = instant(Claims.PASSWORD_AT);
    var only = only();
    boolean asPassword = yes(Claims.AS_PASSWORD);
    boolean signsIn = asPassword || !CredentialKind.TOKENS.contains(kind);
    if (only == null && (passwordAt != null || signsIn)) {
      throw new MalformedClaimException("a password counts for one request only");
    }
    var caller =
        new Caller(
            account,
            kind,
            credential(kind, account),
            optional(Claims.TOKEN).map(UUID::fromString).orElse(null),
            asPassword,
            Math.toIntExact(number(claims.getClaimValue(Claims.EPOCH, Long.class))),
            Scope.split(text(Claims.SCOPE, claims)),
            proofs(),
            passwordAt,
            instant(Claims.FACTOR_AT),
            yes(Claims.TWO_FACTOR),
            yes(Claims.QUALIFIED),
            new Origin(
                optional(Claims.CLIENT_IP).orElse(""), optional(Claims.CLIENT_AGENT).orElse("")),
            optional(Claims.CHALLENGE).orElse(null));
    return new Identity(caller, claims.getExpirationTime(), only);
  }

  private UUID credential(CredentialKind kind, AccountId account) throws MalformedClaimException {
    var id = optional(Claims.CREDENTIAL);
    if (id.isEmpty() && CredentialKind.TOKENS.contains(kind)) {
      throw new MalformedClaimException("no credential");
    }
    return id.map(UUID::fromString).orElse(account.value());
  }

  /** All three of method, path and id, or none of them. */
  private @Nullable OneRequest only() throws MalformedClaimException {
    var id = optional("jti");
    var method = optional(Claims.METHOD);
    var path = optional(Claims.PATH);
    if (id.isEmpty() && method.isEmpty() && path.isEmpty()) {
      return null;
    }
    return new OneRequest(method.orElseThrow(), path.orElseThrow(), id.orElseThrow());
  }

  private Set<Proof> proofs() throws MalformedClaimException {
    // A method that we do not know proves nothing to us.
    return claims.getStringListClaimValue(Claims.METHODS).stream()
        .flatMap(word -> Proof.parse(word).stream())
        .collect(Collectors.toUnmodifiableSet());
  }

  private @Nullable Instant instant(String claim) throws MalformedClaimException {
    var seconds = claims.getClaimValue(claim, Long.class);
    return seconds == null ? null : Instant.ofEpochSecond(seconds);
  }

  private boolean yes(String claim) throws MalformedClaimException {
    return Boolean.TRUE.equals(claims.getClaimValue(claim, Boolean.class));
  }

  private Optional<String> optional(String claim) throws MalformedClaimException {
    return Optional.ofNullable(claims.getStringClaimValue(claim));
  }

  private static String text(String claim, JwtClaims claims) throws MalformedClaimException {
    return text(claims.getStringClaimValue(claim));
  }

  private static String text(@Nullable String value) throws MalformedClaimException {
    if (value == null) {
      throw new MalformedClaimException("a claim is missing");
    }
    return value;
  }

  private static long number(@Nullable Long value) throws MalformedClaimException {
    if (value == null) {
      throw new MalformedClaimException("a claim is missing");
    }
    return value;
  }
}
