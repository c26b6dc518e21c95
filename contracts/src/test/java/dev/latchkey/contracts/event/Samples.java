package dev.latchkey.contracts.event;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.AccountRegistered;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.EmailChanged;
import dev.latchkey.contracts.event.AccountEvent.EmailVerified;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.OperatorActed;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.AccountEvent.SignInRefused;
import dev.latchkey.contracts.event.AccountEvent.SignedIn;
import dev.latchkey.contracts.event.AccountEvent.SshKeyAdded;
import dev.latchkey.contracts.event.AccountEvent.SshKeyRemoved;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpired;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationExpiring;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientRegistered;
import dev.latchkey.contracts.event.ClientEvent.ClientRemoved;
import dev.latchkey.contracts.event.ClientEvent.ClientSecretRotated;
import dev.latchkey.contracts.event.ClientEvent.ClientUpdated;
import dev.latchkey.contracts.event.DeliveryEvent.MessageDelivered;
import dev.latchkey.contracts.event.DeliveryEvent.MessageFailed;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
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
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.contracts.identity.Proof;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** One event of each type, with nothing left out. */
final class Samples {

  private static final AccountId ALICE = AccountId.of("6f1c1f3e-0d7b-4c38-9f0e-5a4b6c7d8e9f");
  private static final Instant AT = Instant.parse("2026-11-21T10:15:30.123456Z");
  private static final SessionId KEPT = SessionId.of("0b8f6a52-53c4-4a8c-8d0f-1f2e3d4c5b6a");
  private static final SessionId ENDED = SessionId.of("5d2c9b1e-7a64-4f3b-9c8d-2e1f0a9b8c7d");
  private static final AuthorizationId AUTHORIZATION =
      AuthorizationId.of("c3a1b2d4-e5f6-4789-8a9b-0c1d2e3f4a5b");
  private static final ClientId CLIENT = ClientId.of("2b4d6f8a-1c3e-4a5b-8d7f-9e0c2a4b6d8f");
  private static final MessageId MESSAGE = MessageId.of("9e8d7c6b-5a49-4382-9716-0f1e2d3c4b5a");
  private static final EventId CAUSE = EventId.of("1a2b3c4d-5e6f-4a7b-8c9d-0e1f2a3b4c5d");
  private static final UUID KEY = UUID.fromString("7c6d5e4f-3a2b-4c1d-9e0f-8a7b6c5d4e3f");
  private static final String FINGERPRINT = "SHA256:uNiVztksCsDhcc0u9e8BgrJXVGDzsDqVTLbSLVHxVGk";
  private static final String OPERATOR = "operator.anna";
  private static final String SEALED = "k1.c2VhbGVkIHRvIG5vdGlmaWNhdGlvbi1zZXJ2aWNl";

  static final List<Event> ALL =
      List.of(
          new AccountRegistered(ALICE, AT, SEALED),
          new EmailVerified(ALICE, AT),
          new EmailChanged(ALICE, AT, SEALED, SEALED),
          new PasswordChanged(ALICE, AT, true, SEALED),
          new AccountClosed(ALICE, AT, SEALED),
          new SignedIn(ALICE, AT, KEPT, List.of(Proof.PASSWORD, Proof.TOTP), true, SEALED),
          new SignInRefused(ALICE, AT, SignInRefused.Reason.WRONG_SECOND_FACTOR, SEALED),
          new SessionsRevoked(
              ALICE, AT, Change.TWO_FACTOR_ENABLED, CAUSE, KEPT, AT, List.of(ENDED), 7, SEALED),
          new ApiKeyRotated(ALICE, AT, Change.TWO_FACTOR_ENABLED, KEY, SEALED),
          new MfaChangeRefused(ALICE, AT, Change.TWO_FACTOR_REPLACED, CAUSE, SEALED),
          new SshKeyAdded(ALICE, AT, KEY, FINGERPRINT, SEALED),
          new SshKeyRemoved(ALICE, AT, KEY, FINGERPRINT, SEALED),
          new OperatorActed(ALICE, AT, OPERATOR, OperatorActed.Deed.LOOKED_UP),
          new MfaEnabled(ALICE, AT, KEPT, 6, true, SEALED),
          new MfaDisabled(ALICE, AT, KEPT, 7, SEALED),
          new RecoveryCodesIssued(ALICE, AT, SEALED),
          new RecoveryCodesViewed(ALICE, AT, SEALED),
          new RecoveryCodeUsed(ALICE, AT, 9, SEALED),
          new RecoveryPhoneAdded(
              ALICE, AT, "+49 •••••••• 12", AT.plus(Duration.ofDays(1)), SEALED, SEALED),
          new RecoveryPhoneRemoved(ALICE, AT, SEALED, SEALED),
          new SecondFactorExhausted(ALICE, AT, Proof.TOTP, true, SEALED),
          new CodeAttemptsForgiven(ALICE, AT, OPERATOR),
          new TwoFactorRemovalAsked(ALICE, AT, OPERATOR),
          new TwoFactorRemovalApproved(ALICE, AT, OPERATOR, AT.plus(Duration.ofHours(72))),
          new TwoFactorRemovalCancelled(ALICE, AT, OPERATOR),
          new AuthorizationCreated(ALICE, AT, AUTHORIZATION, true, SEALED),
          new AuthorizationRotated(ALICE, AT, AUTHORIZATION, SEALED),
          new AuthorizationRevoked(ALICE, AT, AUTHORIZATION, SEALED),
          new AuthorizationExpiring(
              ALICE, AT, AUTHORIZATION, AT.plus(Duration.ofDays(7)), SEALED, SEALED),
          new AuthorizationExpired(ALICE, AT, AUTHORIZATION, SEALED),
          new ClientRegistered(ALICE, AT, CLIENT, SEALED),
          new ClientUpdated(ALICE, AT, CLIENT, true, SEALED),
          new ClientSecretRotated(ALICE, AT, CLIENT, SEALED),
          new ClientRemoved(ALICE, AT, CLIENT, SEALED),
          new MessageRequested(ALICE, AT, MESSAGE, SEALED, AT.plus(Duration.ofMinutes(10))),
          new MessageDelivered(ALICE, AT, MESSAGE),
          new MessageFailed(ALICE, AT, MESSAGE, "unreachable"));

  private Samples() {}
}
