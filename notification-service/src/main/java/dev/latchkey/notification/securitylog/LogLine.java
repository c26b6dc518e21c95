package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.event.AccountEvent;
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
import dev.latchkey.contracts.event.EventType;
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
import dev.latchkey.contracts.identity.Proof;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the security log says of a fact. Details are picked by name, so that nothing sealed and no
 * field that is added later gets in by itself; a new fact does not compile until it has a line.
 *
 * @param type word of the event: {@code mfa_enabled}
 * @param origin where it came from, sealed; null where the fact has none
 * @param data details, in the public API's spelling
 */
record LogLine(String type, @Nullable String origin, Map<String, Object> data) {

  LogLine {
    data = Map.copyOf(data);
  }

  /** The line of a fact; nothing for messages, which happen to a mailbox and not to an account. */
  static Optional<LogLine> of(Event fact) {
    return switch (fact) {
      case AccountEvent account -> Optional.of(account(account));
      case MfaEvent mfa -> Optional.of(mfa(mfa));
      case AuthorizationEvent authorization -> Optional.of(authorization(authorization));
      case ClientEvent client -> Optional.of(client(client));
      case MessageEvent message -> Optional.empty();
      case DeliveryEvent delivery -> Optional.empty();
    };
  }

  private static LogLine account(AccountEvent fact) {
    return switch (fact) {
      case AccountRegistered e -> line(e, e.origin(), Map.of());
      case EmailVerified e -> line(e, null, Map.of());
      case EmailChanged e -> line(e, e.origin(), Map.of());
      case PasswordChanged e -> line(e, e.origin(), Map.of("reset", e.reset()));
      case AccountClosed e -> line(e, e.origin(), Map.of());
      case SignedIn e ->
          line(e, e.origin(), Map.of("proofs", proofs(e), "new_device", e.newDevice()));
      case SignInRefused e -> line(e, e.origin(), Map.of("reason", word(e.reason())));
      case SessionsRevoked e -> {
        var cause = e.cause();
        Map<String, Object> data = Map.of("sessions_ended", e.ended().size());
        yield line(e, e.origin(), cause == null ? data : with(data, "cause", word(cause)));
      }
      case ApiKeyRotated e -> {
        var cause = e.cause();
        yield line(e, e.origin(), cause == null ? Map.of() : Map.of("cause", word(cause)));
      }
      case MfaChangeRefused e -> line(e, e.origin(), Map.of("change", word(e.change())));
      case SshKeyAdded e -> line(e, e.origin(), Map.of("fingerprint", e.fingerprint()));
      case SshKeyRemoved e -> line(e, e.origin(), Map.of("fingerprint", e.fingerprint()));
      case OperatorActed e -> line(e, null, by(e.operator(), word(e.deed())));
    };
  }

  private static LogLine mfa(MfaEvent fact) {
    return switch (fact) {
      case MfaEnabled e -> line(e, e.origin(), Map.of("replaced", e.replaced()));
      case MfaDisabled e -> line(e, e.origin(), Map.of());
      case RecoveryCodesIssued e -> line(e, e.origin(), Map.of());
      case RecoveryCodesViewed e -> line(e, e.origin(), Map.of());
      case RecoveryCodeUsed e ->
          line(e, e.origin(), Map.of("left", e.left(), "few_left", e.fewLeft()));
      case RecoveryPhoneAdded e ->
          line(
              e,
              e.origin(),
              Map.of("number", e.masked(), "usable_from", e.usableFrom().toString()));
      case RecoveryPhoneRemoved e -> line(e, e.origin(), Map.of());
      case SecondFactorExhausted e ->
          line(e, e.origin(), Map.of("factor", e.factor().text(), "known_device", e.knownDevice()));
      case CodeAttemptsForgiven e -> line(e, null, Map.of("operator", e.operator()));
      case TwoFactorRemovalAsked e -> line(e, null, Map.of("operator", e.operator()));
      case TwoFactorRemovalApproved e ->
          line(e, null, Map.of("operator", e.operator(), "due_at", e.dueAt().toString()));
      case TwoFactorRemovalCancelled e -> {
        var operator = e.operator();
        yield line(e, null, operator == null ? Map.of() : Map.of("operator", operator));
      }
    };
  }

  private static LogLine authorization(AuthorizationEvent fact) {
    Map<String, Object> which = Map.of("authorization", fact.authorization().toString());
    return switch (fact) {
      case AuthorizationCreated e -> line(e, e.origin(), with(which, "sign_in", e.signIn()));
      case AuthorizationRotated e -> line(e, e.origin(), which);
      case AuthorizationRevoked e -> line(e, e.origin(), which);
      case AuthorizationExpiring e ->
          line(e, e.origin(), with(which, "expires_at", e.expiresAt().toString()));
      case AuthorizationExpired e -> line(e, e.origin(), which);
    };
  }

  /** An operator reads the log itself: the one use of an operator's key that is no event. */
  static LogLine read(String operator) {
    return new LogLine(word(EventType.OPERATOR_ACTED), null, by(operator, "log_read"));
  }

  private static Map<String, Object> by(String operator, String deed) {
    return Map.of("operator", operator, "deed", deed);
  }

  /** The same, with words that were sealed in the fact. */
  LogLine described(String words) {
    return new LogLine(type, origin, with(data, "description", words));
  }

  private static LogLine client(ClientEvent fact) {
    Map<String, Object> which = Map.of("client", fact.client().toString());
    return switch (fact) {
      case ClientRegistered e -> line(e, e.origin(), which);
      case ClientUpdated e -> line(e, e.origin(), with(which, "redirected", e.redirected()));
      case ClientSecretRotated e -> line(e, e.origin(), which);
      case ClientRemoved e -> line(e, e.origin(), which);
    };
  }

  private static LogLine line(Event fact, @Nullable String origin, Map<String, Object> data) {
    return new LogLine(word(EventType.of(fact)), origin, data);
  }

  private static Map<String, Object> with(Map<String, Object> data, String key, Object value) {
    var more = new HashMap<>(data);
    more.put(key, value);
    return more;
  }

  private static List<String> proofs(SignedIn fact) {
    return fact.proofs().stream().map(Proof::text).toList();
  }

  private static String word(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }
}
