package dev.latchkey.mfa.phoneline;

import dev.latchkey.mfa.phoneline.NotificationService.PhoneLineQuestion;
import dev.latchkey.mfa.sms.PhoneNumber;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;

/** What kind of line a number is, as far as anybody can say. Never fails: then it is unknown. */
@ApplicationScoped
public class LineLookup {

  private static final Logger LOG = Logger.getLogger(LineLookup.class);

  private final NotificationService notification;
  private final MeterRegistry meters;

  LineLookup(@RestClient NotificationService notification, MeterRegistry meters) {
    this.notification = notification;
    this.meters = meters;
  }

  /** Asks notification-service, which asks its provider; within two seconds. */
  public Uni<LineType> of(PhoneNumber number) {
    var planned = LineType.planned(number.planned());
    return notification
        .phoneLine(new PhoneLineQuestion(number.e164()))
        .map(line -> LineType.of(line.type()))
        .onFailure()
        .invoke(failure -> LOG.warnf("line type not known cause=%s", failure.getClass().getName()))
        .onFailure()
        .recoverWithItem(LineType.UNKNOWN)
        .map(line -> line.orPlanned(planned))
        .invoke(line -> meters.counter("latchkey.phone.line", "type", line.word()).increment());
  }
}
