package dev.latchkey.notification.notice;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.AccountRegistered;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed.Deed;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused.Reason;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.AccountEvent.SshKeyAdded;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpired;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientRegistered;
import dev.latchkey.contracts.event.ClientEvent.ClientRemoved;
import dev.latchkey.contracts.event.ClientEvent.ClientSecretRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientUpdated;
import dev.latchkey.contracts.event.Event;
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
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What can happen to an account, and the subject of the mail that it is worth.
 *
 * @param words a person's own, sealed
 */
record Deeds(AccountId account, Instant at, String origin, String words) {

  private static final SessionId SESSION = new SessionId(new UUID(1, 1));
  private static final AuthorizationId TOKEN = new AuthorizationId(new UUID(1, 2));

  private static final ClientId CLIENT = new ClientId(new UUID(1, 5));

  private static final String OPERATOR = "operator.anna";

  /** One deed for each mail there is, but the change of the address, which is worth two. */
  Map<String, Event> told() {
    var deeds = new LinkedHashMap<String, Event>();
    deeds.put(
        "Two-factor authentication is on", new MfaEnabled(account, at, SESSION, 1, false, origin));
    deeds.put(
        "Your two-factor device was replaced",
        new MfaEnabled(account, at, SESSION, 1, true, origin));
    deeds.put(
        "WARNING: two-factor authentication is off",
        new MfaDisabled(account, at, SESSION, 1, origin));
    deeds.put(
        "A change of two-factor authentication was refused",
        new MfaChangeRefused(
            account, at, Change.TWO_FACTOR_ENABLED, new EventId(new UUID(1, 3)), origin));
    deeds.put("New recovery codes", new RecoveryCodesIssued(account, at, origin));
    deeds.put("Your recovery codes were looked at", new RecoveryCodesViewed(account, at, origin));
    deeds.put("A recovery code was used", new RecoveryCodeUsed(account, at, 3, origin));
    deeds.put(
        "A recovery phone was added",
        new RecoveryPhoneAdded(account, at, "+49 •• 12", at, null, origin));
    deeds.put(
        "Your recovery phone was changed",
        new RecoveryPhoneAdded(account, at, "+49 •• 12", at, "old", origin));
    deeds.put(
        "Your recovery phone was removed", new RecoveryPhoneRemoved(account, at, "old", origin));
    deeds.put("Your password was changed", new PasswordChanged(account, at, false, origin));
    deeds.put("Your password was set anew", new PasswordChanged(account, at, true, origin));
    deeds.put("Your API key was replaced", new ApiKeyRotated(account, at, null, null, origin));
    deeds.put("A new authorization", new AuthorizationCreated(account, at, TOKEN, false, origin));
    deeds.put(
        "An authorization has a new token", new AuthorizationRotated(account, at, TOKEN, origin));
    deeds.put(
        "An authorization expires soon",
        new AuthorizationExpiring(account, at, TOKEN, at.plusSeconds(600), words, origin));
    deeds.put(
        "A command line signed in", new AuthorizationCreated(account, at, TOKEN, true, origin));
    deeds.put("An OAuth client was registered", new ClientRegistered(account, at, CLIENT, origin));
    deeds.put(
        "An OAuth client leads to another address",
        new ClientUpdated(account, at, CLIENT, true, origin));
    deeds.put(
        "An OAuth client has a new secret", new ClientSecretRotated(account, at, CLIENT, origin));
    deeds.put("A sign-in from a new device", signedIn(true, Proof.PASSWORD, Proof.TOTP));
    deeds.put(
        "Your password was used with a wrong code",
        new SignInRefused(account, at, Reason.WRONG_SECOND_FACTOR, origin));
    deeds.put(
        "Too many wrong codes", new SecondFactorExhausted(account, at, Proof.TOTP, false, origin));
    deeds.put(
        "An SSH key was added", new SshKeyAdded(account, at, new UUID(1, 4), "SHA256:abc", origin));
    deeds.put(
        "We signed you out everywhere",
        new OperatorActed(account, at, OPERATOR, Deed.SESSIONS_ENDED));
    deeds.put(
        "WARNING: we were asked to switch two-factor off",
        new TwoFactorRemovalAsked(account, at, OPERATOR));
    deeds.put(
        "WARNING: two-factor will be switched off",
        new TwoFactorRemovalApproved(account, at, OPERATOR, at.plusSeconds(600)));
    deeds.put("Two-factor stays on", new TwoFactorRemovalCancelled(account, at, null));
    return deeds;
  }

  /** What is no surprise to anybody, or is told by another mail. */
  List<Event> untold() {
    return List.of(
        new AccountRegistered(account, at, origin),
        new EmailVerified(account, at),
        new ApiKeyRotated(account, at, Change.TWO_FACTOR_ENABLED, null, origin),
        new ApiKeyRotated(account, at, Change.PASSWORD_RESET, null, origin),
        new SessionsRevoked(
            account, at, Change.PASSWORD_CHANGED, null, null, null, List.of(SESSION), 2, origin),
        signedIn(false, Proof.PASSWORD, Proof.TOTP, Proof.KNOWN_DEVICE),
        new AuthorizationRevoked(account, at, TOKEN, origin),
        new AuthorizationExpired(account, at, TOKEN, origin),
        new ClientUpdated(account, at, CLIENT, false, origin),
        new ClientRemoved(account, at, CLIENT, origin),
        new OperatorActed(account, at, OPERATOR, Deed.LOOKED_UP),
        new CodeAttemptsForgiven(account, at, OPERATOR),
        new AccountClosed(account, at, origin));
  }

  SignedIn signedIn(boolean newDevice, Proof... proofs) {
    return new SignedIn(account, at, SESSION, List.of(proofs), newDevice, origin);
  }
}
