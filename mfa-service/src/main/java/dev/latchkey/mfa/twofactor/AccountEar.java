package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.MfaChangeRefused;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Topic;
import dev.latchkey.kit.outbox.Ear;
import dev.latchkey.kit.outbox.Heard;
import dev.latchkey.kit.outbox.Hearing;
import dev.latchkey.mfa.cascade.OnMfaChangeRefused;
import dev.latchkey.mfa.cascade.OnSessionsRevoked;
import dev.latchkey.mfa.cut.AccountCuts;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.eclipse.microprofile.reactive.messaging.Message;

/** Hears {@code latchkey.account} and gives each fact to who acts on it. */
@ApplicationScoped
class AccountEar implements Ear {

  private final Hearing hearing;
  private final OnSessionsRevoked sessionsRevoked;
  private final OnMfaChangeRefused changeRefused;
  private final OnAccountClosed accountClosed;
  private final AccountCuts cuts;

  AccountEar(
      Hearing hearing,
      OnSessionsRevoked sessionsRevoked,
      OnMfaChangeRefused changeRefused,
      OnAccountClosed accountClosed,
      AccountCuts cuts) {
    this.hearing = hearing;
    this.sessionsRevoked = sessionsRevoked;
    this.changeRefused = changeRefused;
    this.accountClosed = accountClosed;
    this.cuts = cuts;
  }

  @Incoming("account")
  Uni<Void> hear(Message<byte[]> message) {
    return hearing.hear(message, this);
  }

  @Override
  public Set<Topic> topics() {
    return Set.of(Topic.ACCOUNT);
  }

  @Override
  public Uni<Void> take(Heard<? extends Event> heard) {
    return switch (heard.fact()) {
      case SessionsRevoked fact -> cuts.note(fact).chain(() -> sessionsRevoked.hear(fact));
      case MfaChangeRefused fact -> changeRefused.hear(fact);
      case AccountClosed fact -> accountClosed.hear(heard.id(), fact);
      default -> Uni.createFrom().voidItem();
    };
  }
}
