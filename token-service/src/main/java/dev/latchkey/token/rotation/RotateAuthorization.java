package dev.latchkey.token.rotation;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.Caller;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Please give an authorization another token. Read from the caller at the door, because the caller
 * is there only while its request is.
 *
 * @param own the authorization that the caller came with; null when it came with something else
 * @param ownToken id of the token that it came with
 */
record RotateAuthorization(
    AuthorizationId id,
    AccountId account,
    @Nullable AuthorizationId own,
    @Nullable UUID ownToken,
    int epoch,
    Origin origin) {

  static RotateAuthorization of(Caller caller, AuthorizationId id) {
    return new RotateAuthorization(
        id, caller.account(), own(caller), caller.token(), caller.epoch(), caller.origin());
  }

  private static @Nullable AuthorizationId own(Caller caller) {
    return switch (caller.kind()) {
      case AUTHORIZATION, LOGIN_AUTHORIZATION -> new AuthorizationId(caller.credential());
      case SESSION, API_KEY, PASSWORD, FIRST_FACTOR -> null;
    };
  }
}
