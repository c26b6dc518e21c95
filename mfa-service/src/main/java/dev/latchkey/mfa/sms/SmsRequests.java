package dev.latchkey.mfa.sms;

import dev.latchkey.contracts.event.Message.PhoneCode;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.MessageSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Makes codes and asks for the text messages that carry them. */
@ApplicationScoped
public class SmsRequests {

  /** How long a code is good (NIST SP 800-63B-4, 3.1.3.2: at most ten minutes). */
  public static final Duration LIFETIME = Duration.ofMinutes(10);

  /** An account gets no second message within this time. */
  public static final Duration INTERVAL = Duration.ofMinutes(1);

  private final SmsCodes codes;
  private final SmsHash hashes;
  private final MessageSeal seal;
  private final Outbox outbox;
  private final RandomIds ids;
  private final SecureRandom random;
  private final Clock clock;

  SmsRequests(
      SmsCodes codes,
      SmsHash hashes,
      MessageSeal seal,
      Outbox outbox,
      RandomIds ids,
      SecureRandom random,
      Clock clock) {
    this.codes = codes;
    this.hashes = hashes;
    this.seal = seal;
    this.outbox = outbox;
    this.ids = ids;
    this.random = random;
    this.clock = clock;
  }

  /** In the caller's transaction: the code is kept if and only if the message is asked for. */
  public Uni<Void> ask(SmsOrder order) {
    var now = clock.instant();
    var until = now.plus(LIFETIME);
    var code = SmsCode.random(random);
    var id = new MessageId(ids.next());
    var text = new PhoneCode(order.number().e164(), code.digits(), order.use());
    var fact = new MessageRequested(order.account(), now, id, seal.seal(id, text), until);
    return codes
        .put(order, id, hashes.of(code, order.binding()), until)
        .chain(() -> outbox.append(fact))
        .replaceWithVoid();
  }
}
