package dev.latchkey.token.authorization;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.Caller;

/**
 * Please end an authorization. Read from the caller at the door, because the caller is there only
 * while its request is.
 */
record RevokeAuthorization(AuthorizationId id, Sight sight, int epoch, Origin origin) {

  static RevokeAuthorization of(Caller caller, AuthorizationId id) {
    return new RevokeAuthorization(id, Sight.of(caller), caller.epoch(), caller.origin());
  }
}
