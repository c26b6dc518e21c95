package dev.latchkey.notification.sms;

import dev.latchkey.kit.sealing.SealBroken;
import dev.latchkey.notification.delivery.Channel;
import dev.latchkey.notification.delivery.Courier;
import dev.latchkey.notification.delivery.Delivery;
import dev.latchkey.notification.delivery.Sending;
import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import dev.latchkey.notification.twilio.TwilioThreads;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Opens a delivery, words it as a text and hands it to the gateway. */
@ApplicationScoped
class SmsCourier implements Courier {

  /** Above all time-outs of one try together: only a thread that hangs takes so long. */
  private static final Duration LONGEST = Duration.ofSeconds(60);

  private final SmsWording wording;
  private final SmsGateway gateway;

  SmsCourier(SmsWording wording, SmsGateway gateway) {
    this.wording = wording;
    this.gateway = gateway;
  }

  @Override
  public Channel channel() {
    return Channel.SMS;
  }

  @Override
  public int atOnce() {
    return TwilioThreads.SENDERS;
  }

  @Override
  public Duration longest() {
    return LONGEST;
  }

  @Override
  public Uni<Sending> send(Delivery delivery) {
    return Uni.createFrom()
        .deferred(() -> wording.text(delivery))
        .chain(gateway::send)
        .ifNoItem()
        .after(LONGEST)
        .fail()
        .onFailure()
        .recoverWithItem(SmsCourier::judge);
  }

  /** Whatever we did not think of may have happened after the text went out. */
  private static Sending judge(Throwable failure) {
    return failure instanceof SealBroken || failure instanceof IllegalArgumentException
        ? new Refused("unreadable")
        : new Deferred(Duration.ZERO, true);
  }
}
