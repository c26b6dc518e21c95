package dev.latchkey.token.client;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.Caller;

/**
 * Who wants something of a client. Read from the caller at the door, because the caller is there
 * only while its request is.
 */
record ClientOwner(AccountId account, int epoch, Origin origin) {

  static ClientOwner of(Caller caller) {
    return new ClientOwner(caller.account(), caller.epoch(), caller.origin());
  }
}
