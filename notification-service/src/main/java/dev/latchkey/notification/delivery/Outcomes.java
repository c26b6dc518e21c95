package dev.latchkey.notification.delivery;

import dev.latchkey.notification.delivery.Report.Arrived;
import dev.latchkey.notification.delivery.Report.Lost;
import dev.latchkey.notification.delivery.Report.OnItsWay;
import dev.latchkey.notification.delivery.Sending.Deferred;
import dev.latchkey.notification.delivery.Sending.Refused;
import dev.latchkey.notification.delivery.Sending.Taken;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import org.jboss.logging.Logger;

/**
 * One line of the log for each try and each report, and the counters {@code latchkey.mail.delivery}
 * and {@code latchkey.sms.delivery} with their {@code outcome}.
 */
@ApplicationScoped
class Outcomes {

  private static final Logger log = Logger.getLogger(Outcomes.class);

  private final MeterRegistry meters;

  Outcomes(MeterRegistry meters) {
    this.meters = meters;
  }

  void tried(Delivery claimed, Sending result) {
    note(
        claimed,
        "tried",
        switch (result) {
          case Taken taken -> "sent";
          case Deferred deferred -> deferred.inDoubt() ? "in_doubt" : "deferred";
          case Refused refused -> refused.reason();
        });
  }

  void reported(Delivery delivery, Report report) {
    note(
        delivery,
        "reported",
        switch (report) {
          case OnItsWay onItsWay -> "on_its_way";
          case Arrived arrived -> "delivered";
          case Lost lost -> lost.reason();
        });
  }

  private void note(Delivery delivery, String what, String outcome) {
    log.infof(
        "%s %s messageId=%s accountId=%s kind=%s attempt=%d outcome=%s",
        delivery.channel,
        what,
        delivery.message(),
        delivery.account(),
        delivery.kind,
        delivery.attempts,
        outcome);
    meters.counter("latchkey." + delivery.channel + ".delivery", "outcome", outcome).increment();
  }
}
