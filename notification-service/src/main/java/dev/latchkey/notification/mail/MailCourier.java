package dev.latchkey.notification.mail;

import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.notification.delivery.Channel;
import dev.latchkey.notification.delivery.Courier;
import dev.latchkey.notification.delivery.Delivery;
import dev.latchkey.notification.delivery.Sending;
import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import dev.latchkey.notification.delivery.Sending.Taken;
import io.quarkus.mailer.Mail;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.smallrye.mutiny.Uni;
import io.vertx.ext.mail.SMTPException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens a delivery, words it and hands it to the mail server. */
@ApplicationScoped
class MailCourier implements Courier {

  private final MailWording wording;
  private final ReactiveMailer mailer;
  private final MailConfig config;

  MailCourier(MailWording wording, ReactiveMailer mailer, MailConfig config) {
    this.wording = wording;
    this.mailer = mailer;
    this.config = config;
  }

  @Override
  public Channel channel() {
    return Channel.MAIL;
  }

  @Override
  public int atOnce() {
    return 1;
  }

  @Override
  public Duration longest() {
    return config.timeout();
  }

  @Override
  public Uni<Sending> send(Delivery delivery) {
    return Uni.createFrom()
        .deferred(() -> wording.mail(delivery))
        .chain(mail -> mail.map(this::handOver).orElseGet(MailCourier::nowhere))
        .ifNoItem()
        .after(longest())
        .fail()
        .onFailure()
        .recoverWithItem(MailCourier::judge);
  }

  private Uni<Sending> handOver(Mail mail) {
    return mailer.send(mail).map(sent -> new Taken(null));
  }

  private static Uni<Sending> nowhere() {
    return Uni.createFrom().item(new Refused("no_address"));
  }

  /** Only a 5xx of the mail server and a broken message are final; all else may pass. */
  private static Sending judge(Throwable failure) {
    return switch (failure) {
      case SMTPException refusal when refusal.isPermanent() ->
          new Refused("smtp_" + refusal.getReplyCode());
      case SealBroken broken -> new Refused("unreadable");
      case IllegalArgumentException notAnAddress -> new Refused("unreadable");
      default -> Deferred.USUALLY;
    };
  }
}
