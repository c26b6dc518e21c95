package dev.latchkey.notification.delivery;

import dev.latchkey.contracts.id.MessageId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes in what the network tells of an SMS. */
@ApplicationScoped
public class Reporting {

  private final Settling settling;
  private final Outcomes outcomes;

  Reporting(Settling settling, Outcomes outcomes) {
    this.settling = settling;
    this.outcomes = outcomes;
  }

  /**
   * Notes the report, and tells who asked for the SMS, once. Reports come twice, late and in any
   * order, and some of an SMS that nobody knows.
   *
   * @param providerId what the provider calls the SMS
   */
  public Uni<Void> report(MessageId message, String providerId, Report report) {
    return settling
        .settle(message, providerId, report)
        .invoke(news -> news.ifPresent(delivery -> outcomes.reported(delivery, report)))
        .replaceWithVoid();
  }
}
