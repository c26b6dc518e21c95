package dev.latchkey.auth.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A live authorization, as token-service has it.
 *
 * @param kind explicit authorization or a command line's sign-in; only the latter minds the epoch
 * @param epoch the account's epoch when it was made
 * @param factorAt when its maker had shown a second factor, SMS not counted
 * @param anyFactorAt when its maker had shown any second factor
 */
public record Authorization(
    AuthorizationId id,
    AccountId account,
    CredentialKind kind,
    int epoch,
    Set<Scope> scopes,
    @Nullable Instant factorAt,
    @Nullable Instant anyFactorAt) {

  public Authorization {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the account's epoch lets this authorization live. */
  public boolean livesIn(int currentEpoch) {
    return kind != CredentialKind.LOGIN_AUTHORIZATION || epoch == currentEpoch;
  }
}
