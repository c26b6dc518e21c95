package dev.latchkey.auth.edge;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.latchkey.auth.identitykey.IdentityClaims;
import dev.latchkey.auth.identitykey.IdentitySigning;
import dev.latchkey.contracts.endpoint.Endpoint;
import dev.latchkey.contracts.endpoint.Verb;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Makes identities. Signing is the dearest step of an edge check, so an identity without step-up is
 * used again while it lives, for the same claims to the letter; that the credential is alive was
 * checked for this very request.
 */
@Singleton
class Identities {

  /** Shorter than an identity's life, so that none is too old when it arrives. */
  private static final Duration REUSE = IdentitySigning.LIFE.minusSeconds(15);

  private static final int MOST_REMEMBERED = 50_000;

  /** The paths whose answer echoes the token that the caller presented. */
  private static final Set<String> ECHOING =
      Set.of("/oauth/authorizations", "/oauth/authorizations/{id}");

  private final IdentitySigning signing;
  private final Cache<IdentityClaims, String> signed =
      Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).expireAfterWrite(REUSE).build();

  Identities(IdentitySigning signing) {
    this.signing = signing;
  }

  EdgeOutcome reusable(EdgeRequest request, Endpoint endpoint, Credential credential) {
    var claims =
        new IdentityClaims(
            credential.account(),
            credential.kind(),
            credential.id(),
            credential.token(),
            false,
            credential.epoch(),
            credential.scopes(),
            new HashSet<>(credential.proofs()),
            null,
            null,
            false,
            false,
            request.origin(),
            null,
            null);
    return new EdgeOutcome.Known(signed.get(claims, signing::sign), presented(request, endpoint));
  }

  EdgeOutcome forOneRequest(EdgeRequest request, Credential credential, StepUpOutcome.Shown shown) {
    return forOneRequest(request, credential, shown, false);
  }

  /** Of a token that came in the place of a password. */
  EdgeOutcome ofSignIn(EdgeRequest request, Credential credential, StepUpOutcome.Shown shown) {
    return forOneRequest(request, credential, shown, true);
  }

  private EdgeOutcome forOneRequest(
      EdgeRequest request, Credential credential, StepUpOutcome.Shown shown, boolean asPassword) {
    var claims =
        new IdentityClaims(
            credential.account(),
            credential.kind(),
            credential.id(),
            credential.token(),
            asPassword,
            credential.epoch(),
            credential.scopes(),
            new HashSet<>(credential.proofs()),
            shown.passwordAt(),
            shown.factorAt(),
            shown.twoFactor(),
            shown.qualified(),
            request.origin(),
            new IdentityClaims.OneRequest(request.verb(), request.path()),
            null);
    return new EdgeOutcome.Known(signing.sign(claims), null);
  }

  /** Of who has shown the password, and has shown no second factor. */
  EdgeOutcome ofFirstFactor(
      EdgeRequest request, Credential credential, Instant passwordAt, @Nullable String challenge) {
    var claims =
        new IdentityClaims(
            credential.account(),
            credential.kind(),
            credential.id(),
            credential.token(),
            false,
            credential.epoch(),
            credential.scopes(),
            new HashSet<>(credential.proofs()),
            passwordAt,
            null,
            false,
            false,
            request.origin(),
            new IdentityClaims.OneRequest(request.verb(), request.path()),
            challenge);
    return new EdgeOutcome.Known(signing.sign(claims), null);
  }

  private static @Nullable String presented(EdgeRequest request, Endpoint endpoint) {
    if (!ECHOING.contains(endpoint.path())) {
      return null;
    }
    return endpoint.verb() == Verb.GET
            && CredentialReading.of(request.headers()) instanceof Presented.Token token
        ? token.token().text()
        : null;
  }
}
