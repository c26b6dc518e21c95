package dev.latchkey.contracts.event;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import java.time.Instant;

/**
 * What happened to an OAuth client, said to the account that registered it, by token-service on
 * {@code latchkey.authorization}. Origins are {@link Origin}s, sealed.
 */
public sealed interface ClientEvent extends Event {

  /** Which client. */
  ClientId client();

  /** An application can ask for authorizations. */
  record ClientRegistered(AccountId account, Instant at, ClientId client, String origin)
      implements ClientEvent {}

  /** Its name is another one, or its codes go to another address. */
  record ClientUpdated(
      AccountId account, Instant at, ClientId client, boolean redirected, String origin)
      implements ClientEvent {}

  /** It has a new secret; the old one is dead. */
  record ClientSecretRotated(AccountId account, Instant at, ClientId client, String origin)
      implements ClientEvent {}

  /** It is gone, and with it all authorizations that it was given. */
  record ClientRemoved(AccountId account, Instant at, ClientId client, String origin)
      implements ClientEvent {}
}
