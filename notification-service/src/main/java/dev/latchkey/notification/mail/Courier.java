package dev.latchkey.notification.mail;

import dev.latchkey.kit.sealing.MessageSeal;
import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.notification.letter.Letters;
import dev.latchkey.notification.mail.Sending.Deferred;
import dev.latchkey.notification.mail.Sending.Refused;
import dev.latchkey.notification.mail.Sending.Taken;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Objects;

/** Opens a delivery, words it and hands it to the mail server. Nothing of it is ever logged. */
@ApplicationScoped
class Courier {

  private final MessageSeal seal;
  private final ReactiveMailer mailer;
  private final MailConfig config;
  private final Clock clock;

  Courier(MessageSeal seal, ReactiveMailer mailer, MailConfig config, Clock clock) {
    this.seal = seal;
    this.mailer = mailer;
    this.config = config;
    this.clock = clock;
  }

  /** One try. Never fails: what went wrong is in the answer. */
  Uni<Sending> send(Delivery delivery) {
    if (delivery.worthless(clock.instant())) {
      return Uni.createFrom().item(new Refused("expired"));
    }
    return Uni.createFrom()
        .deferred(() ->
            Letters.write(delivery.message(), seal.open(delivery.message(), sealed(delivery))))
        .chain(mail -> mailer.send(mail))
        .ifNoItem()
        .after(config.timeout())
        .fail()
        .map(sent -> (Sending) new Taken())
        .onFailure()
        .recoverWithItem(Courier::judge);
  }

  private static String sealed(Delivery delivery) {
    return Objects.requireNonNull(delivery.sealed, "a delivery that is not settled has its text");
  }

  /** Only a 5xx of the mail server and a broken message are final; all else may pass. */
  private static Sending judge(Throwable failure) {
    return switch (failure) {
      case SMTPException refusal when refusal.isPermanent() ->
          new Refused("smtp_" + refusal.getReplyCode());
      case SealBroken broken -> new Refused("unreadable");
      case IllegalArgumentException notAnAddress -> new Refused("unreadable");
      default -> new Deferred();
    };
  }
}
