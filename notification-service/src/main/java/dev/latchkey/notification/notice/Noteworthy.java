package dev.latchkey.notification.notice;

import dev.latchkey.contracts.event.AccountEvent;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.AccountRegistered;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.AccountEvent.SshKeyAdded;
import dev.latchkey.contracts.event.AccountEvent.SshKeyRemoved;
import dev.latchkey.contracts.event.AuthorizationEvent;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpired;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRotated;
import dev.latchkey.contracts.event.ClientEvent;
import dev.latchkey.contracts.event.ClientEvent.ClientRegistered;
import dev.latchkey.contracts.event.ClientEvent.ClientRemoved;
import dev.latchkey.contracts.event.ClientEvent.ClientSecretRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientUpdated;
import dev.latchkey.contracts.event.DeliveryEvent;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.MessageEvent;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.MfaEvent.CodeAttemptsForgiven;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodeUsed;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesIssued;
import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesViewed;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.MfaEvent.SecondFactorExhausted;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalApproved;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalAsked;
import dev.latchkey.contracts.event.MfaEvent.TwoFactorRemovalCancelled;
import dev.latchkey.notification.letter.Notice;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which fact is worth which notice. A new fact does not compile until that is decided. */
final class Noteworthy {

  private Noteworthy() {}

  static Optional<Notice> of(Event fact) {
    return Optional.ofNullable(
        switch (fact) {
          case AccountEvent account -> account(account);
          case MfaEvent mfa -> mfa(mfa);
          case AuthorizationEvent authorization -> authorization(authorization);
          case ClientEvent client -> client(client);
          case MessageEvent message -> null;
          case DeliveryEvent delivery -> null;
        });
  }

  private static @Nullable Notice account(AccountEvent fact) {
    return switch (fact) {
      case EmailChanged e -> Notice.EMAIL_CHANGED;
      case PasswordChanged e -> e.reset() ? Notice.PASSWORD_RESET : Notice.PASSWORD_CHANGED;
      case SignedIn e -> e.newDevice() ? Notice.NEW_DEVICE : null;
      case SignInRefused e -> Notice.WRONG_SECOND_FACTOR;
      // With a cause it is a part of something that has a notice of its own.
      case ApiKeyRotated e -> e.cause() == null ? Notice.API_KEY_ROTATED : null;
      case MfaChangeRefused e -> Notice.TWO_FACTOR_CHANGE_REFUSED;
      case SshKeyAdded e -> Notice.SSH_KEY_ADDED;
      // To look, or to give attempts back, changes nothing: it is in the log.
      case OperatorActed e -> e.deed() == Deed.SESSIONS_ENDED ? Notice.SIGNED_OUT_BY_US : null;
      // auth-service asks for that letter itself: afterwards nobody knows where to write.
      case AccountClosed e -> null;
      case AccountRegistered e -> null;
      case EmailVerified e -> null;
      case SessionsRevoked e -> null;
      case SshKeyRemoved e -> null;
    };
  }

  private static @Nullable Notice mfa(MfaEvent fact) {
    return switch (fact) {
      case MfaEnabled e -> e.replaced() ? Notice.TWO_FACTOR_REPLACED : Notice.TWO_FACTOR_ON;
      case MfaDisabled e -> Notice.TWO_FACTOR_OFF;
      case RecoveryCodesIssued e -> Notice.RECOVERY_CODES_ISSUED;
      case RecoveryCodesViewed e -> Notice.RECOVERY_CODES_VIEWED;
      case RecoveryCodeUsed e -> Notice.RECOVERY_CODE_USED;
      case RecoveryPhoneAdded e ->
          e.oldNumber() == null ? Notice.RECOVERY_PHONE_ADDED : Notice.RECOVERY_PHONE_CHANGED;
      case RecoveryPhoneRemoved e -> Notice.RECOVERY_PHONE_REMOVED;
      case SecondFactorExhausted e -> Notice.SECOND_FACTOR_EXHAUSTED;
      case CodeAttemptsForgiven e -> null;
      case TwoFactorRemovalAsked e -> Notice.TWO_FACTOR_REMOVAL_ASKED;
      case TwoFactorRemovalApproved e -> Notice.TWO_FACTOR_REMOVAL_APPROVED;
      case TwoFactorRemovalCancelled e -> Notice.TWO_FACTOR_REMOVAL_CANCELLED;
    };
  }

  private static @Nullable Notice authorization(AuthorizationEvent fact) {
    return switch (fact) {
      case AuthorizationCreated e ->
          e.signIn() ? Notice.COMMAND_LINE_SIGNED_IN : Notice.AUTHORIZATION_CREATED;
      case AuthorizationRotated e -> Notice.AUTHORIZATION_ROTATED;
      case AuthorizationRevoked e -> null;
      case AuthorizationExpiring e -> Notice.AUTHORIZATION_EXPIRING;
      case AuthorizationExpired e -> null;
    };
  }

  private static @Nullable Notice client(ClientEvent fact) {
    return switch (fact) {
      case ClientRegistered e -> Notice.CLIENT_REGISTERED;
      // A name harms nobody; an address decides who gets the codes of all its users.
      case ClientUpdated e -> e.redirected() ? Notice.CLIENT_REDIRECTED : null;
      case ClientSecretRotated e -> Notice.CLIENT_SECRET_ROTATED;
      case ClientRemoved e -> null;
    };
  }
}
