package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.Caller;
import org.jspecify.annotations.Nullable;

/**
 * Which authorizations a caller sees: all of its account, or with a narrower scope than global
 * itself alone.
 *
 * @param only the one that it sees; null when it sees all
 */
record Sight(AccountId account, @Nullable AuthorizationId only) {

  static Sight of(Caller caller) {
    return new Sight(
        caller.account(),
        caller.has(Scope.GLOBAL) ? null : new AuthorizationId(caller.credential()));
  }

  boolean includes(AuthorizationId id) {
    return only == null || only.equals(id);
  }
}
