package dev.latchkey.contracts.event;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Said by mfa-service on {@code latchkey.mfa}. Origins are {@link Origin}s, sealed. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface MfaEvent extends Event {

  /**
   * Two-factor is on, or the device was replaced.
   *
   * @param keptSession the session that confirmed
   * @param epoch the account's epoch that the enrolment was confirmed under
   * @param replaced true when a second factor was there before
   */
  record MfaEnabled(
      AccountId account,
      Instant at,
      SessionId keptSession,
      int epoch,
      boolean replaced,
      String origin)
      implements MfaEvent {}

  /** Two-factor is off; recovery codes and phone went with it. */
  record MfaDisabled(
      AccountId account, Instant at, @Nullable SessionId keptSession, int epoch, String origin)
      implements MfaEvent {}

  /** Ten new recovery codes; the old ones are dead. */
  record RecoveryCodesIssued(AccountId account, Instant at, String origin) implements MfaEvent {}

  /** Somebody looked at the recovery codes. */
  record RecoveryCodesViewed(AccountId account, Instant at, String origin) implements MfaEvent {}

  /** A recovery code was spent. */
  record RecoveryCodeUsed(AccountId account, Instant at, int left, String origin)
      implements MfaEvent {

    /** Warn when no more than so many are left. */
    public static final int FEW = 3;

    /** True when the owner should make new ones. */
    public boolean fewLeft() {
      return left <= FEW;
    }
  }

  /**
   * A phone was validated; it counts for recovery from {@code usableFrom} on.
   *
   * @param masked the number as people are shown it: country code and last two digits
   * @param oldNumber the number that it takes the place of, sealed to notification-service
   */
  record RecoveryPhoneAdded(
      AccountId account,
      Instant at,
      String masked,
      Instant usableFrom,
      @Nullable String oldNumber,
      String origin)
      implements MfaEvent {}

  /** The recovery phone was removed; the number is sealed to notification-service. */
  record RecoveryPhoneRemoved(AccountId account, Instant at, String oldNumber, String origin)
      implements MfaEvent {}

  /** Too many wrong codes in a row: this factor is off until its owner recovers. */
  record SecondFactorExhausted(
      AccountId account, Instant at, Proof factor, boolean knownDevice, String origin)
      implements MfaEvent {}

  /** An operator gave the account its attempts at codes back. */
  record CodeAttemptsForgiven(AccountId account, Instant at, String operator) implements MfaEvent {}

  /** An operator asked to switch two-factor off for somebody who lost it. Another has to agree. */
  record TwoFactorRemovalAsked(AccountId account, Instant at, String operator)
      implements MfaEvent {}

  /**
   * A second operator agreed: two-factor goes off at that moment, unless somebody shows it until
   * then.
   */
  record TwoFactorRemovalApproved(AccountId account, Instant at, String operator, Instant dueAt)
      implements MfaEvent {}

  /**
   * Two-factor stays on.
   *
   * @param operator who withdrew it; null when the factor was used, and so is not lost
   */
  record TwoFactorRemovalCancelled(AccountId account, Instant at, @Nullable String operator)
      implements MfaEvent {}
}
