package dev.latchkey.contracts.event;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import java.time.Instant;

/** Said by token-service on {@code latchkey.authorization}. Origins are {@link Origin}s, sealed. */
public sealed interface AuthorizationEvent extends Event {

  /** Which authorization. */
  AuthorizationId authorization();

  /** A token was made; {@code signIn} when it is a command line's sign-in. */
  record AuthorizationCreated(
      AccountId account, Instant at, AuthorizationId authorization, boolean signIn, String origin)
      implements AuthorizationEvent {}

  /** The authorization has a new token; the old one is dead. */
  record AuthorizationRotated(
      AccountId account, Instant at, AuthorizationId authorization, String origin)
      implements AuthorizationEvent {}

  /** The authorization was ended. */
  record AuthorizationRevoked(
      AccountId account, Instant at, AuthorizationId authorization, String origin)
      implements AuthorizationEvent {}

  /**
   * The authorization's time is over soon; said once, some days before.
   *
   * @param description what its owner calls it, sealed to notification-service
   */
  record AuthorizationExpiring(
      AccountId account,
      Instant at,
      AuthorizationId authorization,
      Instant expiresAt,
      String description,
      String origin)
      implements AuthorizationEvent {}

  /** The authorization's time was over. */
  record AuthorizationExpired(
      AccountId account, Instant at, AuthorizationId authorization, String origin)
      implements AuthorizationEvent {}
}
