package dev.latchkey.contracts.event;

import dev.latchkey.contracts.endpoint.Owner;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Every type of event with its topic, version and hearers. The CloudEvents {@code type} is {@code
 * dev.latchkey.<topic>.<Name>.v<version>}; a changed meaning is a new version, never an edit.
 */
public enum EventType {
  ACCOUNT_REGISTERED(AccountEvent.AccountRegistered.class, Topic.ACCOUNT),
  EMAIL_VERIFIED(AccountEvent.EmailVerified.class, Topic.ACCOUNT),
  EMAIL_CHANGED(AccountEvent.EmailChanged.class, Topic.ACCOUNT),
  PASSWORD_CHANGED(AccountEvent.PasswordChanged.class, Topic.ACCOUNT, Owner.TOKEN),
  ACCOUNT_CLOSED(AccountEvent.AccountClosed.class, Topic.ACCOUNT, Owner.MFA, Owner.TOKEN),
  SIGNED_IN(AccountEvent.SignedIn.class, Topic.ACCOUNT),
  SIGN_IN_REFUSED(AccountEvent.SignInRefused.class, Topic.ACCOUNT),
  SESSIONS_REVOKED(
      AccountEvent.SessionsRevoked.class, Topic.ACCOUNT, Owner.AUTH, Owner.MFA, Owner.TOKEN),
  API_KEY_ROTATED(AccountEvent.ApiKeyRotated.class, Topic.ACCOUNT, Owner.TOKEN),
  MFA_CHANGE_REFUSED(AccountEvent.MfaChangeRefused.class, Topic.ACCOUNT, Owner.MFA),
  SSH_KEY_ADDED(AccountEvent.SshKeyAdded.class, Topic.ACCOUNT),
  SSH_KEY_REMOVED(AccountEvent.SshKeyRemoved.class, Topic.ACCOUNT),
  OPERATOR_ACTED(AccountEvent.OperatorActed.class, Topic.ACCOUNT),
  MFA_ENABLED(MfaEvent.MfaEnabled.class, Topic.MFA, Owner.AUTH),
  MFA_DISABLED(MfaEvent.MfaDisabled.class, Topic.MFA, Owner.AUTH),
  RECOVERY_CODES_ISSUED(MfaEvent.RecoveryCodesIssued.class, Topic.MFA),
  RECOVERY_CODES_VIEWED(MfaEvent.RecoveryCodesViewed.class, Topic.MFA),
  RECOVERY_CODE_USED(MfaEvent.RecoveryCodeUsed.class, Topic.MFA),
  RECOVERY_PHONE_ADDED(MfaEvent.RecoveryPhoneAdded.class, Topic.MFA, Owner.AUTH),
  RECOVERY_PHONE_REMOVED(MfaEvent.RecoveryPhoneRemoved.class, Topic.MFA, Owner.AUTH),
  SECOND_FACTOR_EXHAUSTED(MfaEvent.SecondFactorExhausted.class, Topic.MFA),
  CODE_ATTEMPTS_FORGIVEN(MfaEvent.CodeAttemptsForgiven.class, Topic.MFA),
  TWO_FACTOR_REMOVAL_ASKED(MfaEvent.TwoFactorRemovalAsked.class, Topic.MFA),
  TWO_FACTOR_REMOVAL_APPROVED(MfaEvent.TwoFactorRemovalApproved.class, Topic.MFA),
  TWO_FACTOR_REMOVAL_CANCELLED(MfaEvent.TwoFactorRemovalCancelled.class, Topic.MFA),
  AUTHORIZATION_CREATED(AuthorizationEvent.AuthorizationCreated.class, Topic.AUTHORIZATION),
  AUTHORIZATION_ROTATED(AuthorizationEvent.AuthorizationRotated.class, Topic.AUTHORIZATION),
  AUTHORIZATION_REVOKED(AuthorizationEvent.AuthorizationRevoked.class, Topic.AUTHORIZATION),
  AUTHORIZATION_EXPIRING(AuthorizationEvent.AuthorizationExpiring.class, Topic.AUTHORIZATION),
  AUTHORIZATION_EXPIRED(AuthorizationEvent.AuthorizationExpired.class, Topic.AUTHORIZATION),
  CLIENT_REGISTERED(ClientEvent.ClientRegistered.class, Topic.AUTHORIZATION),
  CLIENT_UPDATED(ClientEvent.ClientUpdated.class, Topic.AUTHORIZATION),
  CLIENT_SECRET_ROTATED(ClientEvent.ClientSecretRotated.class, Topic.AUTHORIZATION),
  CLIENT_REMOVED(ClientEvent.ClientRemoved.class, Topic.AUTHORIZATION),
  MESSAGE_REQUESTED(MessageEvent.MessageRequested.class, Topic.MESSAGE),
  MESSAGE_DELIVERED(DeliveryEvent.MessageDelivered.class, Topic.DELIVERY, Owner.MFA),
  MESSAGE_FAILED(DeliveryEvent.MessageFailed.class, Topic.DELIVERY, Owner.MFA);

  private static final Map<String, EventType> BY_TYPE =
      Stream.of(values()).collect(Collectors.toMap(EventType::type, Function.identity()));
  private static final Map<Class<? extends Event>, EventType> BY_FACT =
      Stream.of(values()).collect(Collectors.toMap(EventType::fact, Function.identity()));

  private static final int VERSION = 1;

  private final Class<? extends Event> fact;
  private final Topic topic;
  private final List<Owner> hearers;

  /** The hearers are those that pick this event out; who hears the whole topic is said there. */
  EventType(Class<? extends Event> fact, Topic topic, Owner... hearers) {
    this.fact = fact;
    this.topic = topic;
    this.hearers = List.of(hearers);
  }

  /** The record that carries the event's data. */
  public Class<? extends Event> fact() {
    return fact;
  }

  /** Where it is said. */
  public Topic topic() {
    return topic;
  }

  /** The services that do something when they hear it; a speaker may hear itself. */
  public List<Owner> heardBy() {
    return Stream.concat(hearers.stream(), topic.heardBy().stream()).toList();
  }

  /** The topics on which a service hears something, each of which has dead letters of it. */
  public static List<Topic> topicsHeardBy(Owner hearer) {
    return Stream.of(Topic.values())
        .filter(topic ->
            Stream.of(values())
                .anyMatch(type -> type.topic == topic && type.heardBy().contains(hearer)))
        .toList();
  }

  /**
   * True when nobody waits for it. Some come often and are only kept in the security log; of others
   * auth-service is told directly, and they make sure of it. They go out a moment later, together.
   */
  public boolean mayWait() {
    return switch (this) {
      case SIGNED_IN, SIGN_IN_REFUSED, MFA_ENABLED, MFA_DISABLED -> true;
      default -> false;
    };
  }

  /** The CloudEvents {@code type}. */
  public String type() {
    return "dev." + topic.topic() + "." + fact.getSimpleName() + ".v" + VERSION;
  }

  /** The CloudEvents {@code dataschema}: names the JSON Schema, which is in {@code contracts}. */
  public String schema() {
    return "urn:latchkey:schema:" + fact.getSimpleName() + ":" + VERSION;
  }

  /** The type with that CloudEvents {@code type}, or nothing: readers skip what they don't know. */
  public static Optional<EventType> ofType(String type) {
    return Optional.ofNullable(BY_TYPE.get(type));
  }

  /** The type of a fact. */
  public static EventType of(Event fact) {
    var type = BY_FACT.get(fact.getClass());
    if (type == null) {
      throw new IllegalArgumentException("no event type for " + fact.getClass());
    }
    return type;
  }
}
