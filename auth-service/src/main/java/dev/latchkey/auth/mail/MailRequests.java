package dev.latchkey.auth.mail;

import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.MessageSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Asks for mails. Address and text travel sealed. */
@ApplicationScoped
public class MailRequests {

  private final Outbox outbox;
  private final MessageSeal seal;
  private final RandomIds ids;
  private final Clock clock;

  MailRequests(Outbox outbox, MessageSeal seal, RandomIds ids, Clock clock) {
    this.outbox = outbox;
    this.seal = seal;
    this.ids = ids;
    this.clock = clock;
  }

  /**
   * Asks for a mail in the caller's transaction.
   *
   * @param account whom it is about
   * @param worth a mail that could not be sent for so long is not sent any more
   */
  public Uni<Void> ask(AccountId account, Message message, Duration worth) {
    var now = clock.instant();
    var id = new MessageId(ids.next());
    var sealed = seal.seal(id, message);
    return outbox
        .append(new MessageRequested(account, now, id, sealed, now.plus(worth)))
        .replaceWithVoid();
  }
}
