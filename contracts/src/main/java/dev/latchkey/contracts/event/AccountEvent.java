package dev.latchkey.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Said by auth-service on {@code latchkey.account}. Origins are {@link Origin}s, sealed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface AccountEvent extends Event {

  /** A person signed up and verified the address: the account exists from now on. */
  record AccountRegistered(AccountId account, Instant at, String origin) implements AccountEvent {}

  /** An address was shown to be the person's. */
  record EmailVerified(AccountId account, Instant at) implements AccountEvent {}

  /** The address changed; the old one is sealed to notification-service, which tells it. */
  record EmailChanged(AccountId account, Instant at, String oldAddress, String origin)
      implements AccountEvent {}

  /** The password changed, by who knew the old one or, when {@code reset}, by mail. */
  record PasswordChanged(AccountId account, Instant at, boolean reset, String origin)
      implements AccountEvent {}

  /** The account is gone, and so is everything that had access to it. */
  record AccountClosed(AccountId account, Instant at, String origin) implements AccountEvent {}

  /** Somebody signed in, with these proofs. */
  record SignedIn(
      AccountId account,
      Instant at,
      SessionId session,
      List<Proof> proofs,
      boolean newDevice,
      String origin)
      implements AccountEvent {}

  /** The password was right and the second factor was not, or nobody may try for now. */
  record SignInRefused(AccountId account, Instant at, Reason reason, String origin)
      implements AccountEvent {
    /** Why a sign-in with a right password was refused. */
    public enum Reason {
      WRONG_SECOND_FACTOR,
      SECOND_FACTOR_LOCKED
    }
  }

  /**
   * Sessions ended.
   *
   * @param cause the change that ended them; null when their owner ended one
   * @param causedBy the event that caused it, when another service said so
   * @param kept the session that goes on
   * @param factorAt when a second factor was shown in it for the change; null when none was
   * @param epoch the account's epoch from now on
   */
  record SessionsRevoked(
      AccountId account,
      Instant at,
      @Nullable Change cause,
      @Nullable EventId causedBy,
      @Nullable SessionId kept,
      @Nullable Instant factorAt,
      List<SessionId> ended,
      int epoch,
      String origin)
      implements AccountEvent {}

  /**
   * The API key was replaced; the old one and what it minted are dead.
   *
   * @param replaced the id of the old one, which what it minted names as its parent; null when
   *     there was none, or the event is from before it was said
   */
  record ApiKeyRotated(
      AccountId account, Instant at, @Nullable Change cause, @Nullable UUID replaced, String origin)
      implements AccountEvent {}

  /**
   * A change of the second factor came too late: another change had ended the session that made it,
   * so nothing follows from it and mfa-service takes it back.
   *
   * @param change what was refused
   * @param causedBy the event that said so
   */
  record MfaChangeRefused(
      AccountId account, Instant at, Change change, EventId causedBy, String origin)
      implements AccountEvent {}

  /** An SSH key may be used for Git from now on. */
  record SshKeyAdded(AccountId account, Instant at, UUID key, String fingerprint, String origin)
      implements AccountEvent {}

  /** An SSH key may no longer be used. */
  record SshKeyRemoved(AccountId account, Instant at, UUID key, String fingerprint, String origin)
      implements AccountEvent {}

  /**
   * Somebody who runs the platform looked at the account, or did something to it.
   *
   * @param operator id of the key that was used: {@code operator.anna}
   */
  record OperatorActed(AccountId account, Instant at, String operator, Deed deed)
      implements AccountEvent {
    /** What was done. */
    public enum Deed {
      LOOKED_UP,
      SESSIONS_ENDED,
      PASSWORD_ATTEMPTS_FORGIVEN
    }
  }
}
