package dev.latchkey.auth.cascade;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.Ear;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Hearing;
import dev.latchkey.kit.sealing.OriginSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/**
 * A second factor was switched on, replaced or off: the cascade's usual trigger. Of the recovery
 * phone only what the account's page shows is noted.
 */
@ApplicationScoped
class OnMfaEvent implements Ear {

  private final Hearing hearing;
  private final Cascade cascade;
  private final PhoneNoting phones;
  private final Refusal refusal;
  private final OriginSeal seal;

  OnMfaEvent(
      Hearing hearing, Cascade cascade, PhoneNoting phones, Refusal refusal, OriginSeal seal) {
    this.hearing = hearing;
    this.cascade = cascade;
    this.phones = phones;
    this.refusal = refusal;
    this.seal = seal;
  }

  @Incoming("mfa")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.MFA);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return switch (heard.fact()) {
      case MfaEnabled on -> cut(enabled(heard, on));
      case MfaDisabled off -> cut(disabled(heard, off));
      case RecoveryPhoneAdded added -> phones.note(heard.id(), added, added.masked());
      case RecoveryPhoneRemoved removed -> phones.note(heard.id(), removed, null);
      default -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> cut(Cause cause) {
    return cascade
        .run(cause)
        .chain(receipt -> receipt.isPresent() ? Uni.createFrom().voidItem() : refusal.say(cause));
  }

  private Cause enabled(Heard<? extends Event> heard, MfaEnabled on) {
    var change = on.replaced() ? Change.TWO_FACTOR_REPLACED : Change.TWO_FACTOR_ENABLED;
    var origin = seal.open(on.account(), on.origin());
    return new Cause(
        heard.id(), change, on.account(), on.keptSession(), on.epoch(), on.at(), true, origin);
  }

  private Cause disabled(Heard<? extends Event> heard, MfaDisabled off) {
    var origin = seal.open(off.account(), off.origin());
    return new Cause(
        heard.id(),
        Change.TWO_FACTOR_DISABLED,
        off.account(),
        off.keptSession(),
        off.epoch(),
        off.at(),
        false,
        origin);
  }
}
