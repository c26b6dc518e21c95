package dev.latchkey.auth.authorization;

import dev.latchkey.auth.account.Account;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.contracts.identity.Scope;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A live authorization, as token-service has it.
 *
 * @param token id of its token, another one after a rotation; null from an older token-service
 * @param kind explicit authorization or a command line's sign-in: the latter ends with every epoch,
 *     the former with a cut that ends authorizations
 * @param epoch the account's epoch when it was made
 * @param factorAt when its maker had shown a second factor, SMS not counted
 * @param anyFactorAt when its maker had shown any second factor
 */
public record Authorization(
    AuthorizationId id,
    @Nullable UUID token,
    AccountId account,
    CredentialKind kind,
    int epoch,
    Set<Scope> scopes,
    @Nullable Instant factorAt,
    @Nullable Instant anyFactorAt) {

  public Authorization {
    scopes = Set.copyOf(scopes);
  }

  /** Whether the cuts of its owner's account let this authorization live. */
  public boolean livesIn(Account owner) {
    return kind == CredentialKind.LOGIN_AUTHORIZATION
        ? epoch == owner.epoch()
        : epoch >= owner.authorizationsFrom();
  }
}
