package dev.latchkey.auth.identitykey;

import dev.latchkey.contracts.endpoint.Verb;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Proof;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Claims of somebody who is signed in, as the edge would have signed. */
public final class Identities {

  static final AccountId ACCOUNT = AccountId.of("5f0c1a5e-0f3b-4a39-8f62-0c9d0f7f3c11");
  static final UUID SESSION = UUID.fromString("7a0c1a5e-0f3b-4a39-8f62-0c9d0f7f3c22");
  static final Origin ORIGIN = new Origin("192.0.2.7", "a test");

  private Identities() {}

  static IdentityClaims somebody() {
    return of(ACCOUNT, 1);
  }

  /** Signed in with a session, without a second factor. */
  static IdentityClaims of(AccountId account, int epoch) {
    return of(account, epoch, null);
  }

  /** The same, for that request alone. */
  public static IdentityClaims forOne(AccountId account, int epoch, Verb verb, String path) {
    return of(account, epoch, new IdentityClaims.OneRequest(verb, path));
  }

  private static IdentityClaims of(
      AccountId account, int epoch, IdentityClaims.@Nullable OneRequest request) {
    return new IdentityClaims(
        account,
        CredentialKind.SESSION,
        SESSION,
        null,
        false,
        epoch,
        Set.of(Scope.GLOBAL),
        Set.of(Proof.PASSWORD),
        null,
        null,
        false,
        true,
        ORIGIN,
        request,
        null);
  }

  /** The same, for that request alone, with both proofs in it. */
  static IdentityClaims steppedUp(Instant when, Verb verb, String path) {
    return new IdentityClaims(
        ACCOUNT,
        CredentialKind.API_KEY,
        SESSION,
        null,
        false,
        7,
        Set.of(Scope.READ, Scope.IDENTITY),
        Set.of(Proof.TOTP, Proof.PASSWORD),
        when,
        when,
        true,
        false,
        ORIGIN,
        new IdentityClaims.OneRequest(verb, path),
        null);
  }
}
