package dev.latchkey.mfa.sms;

import dev.latchkey.kit.budget.Grant;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Locale;
import java.util.function.Supplier;

/** Sends a text message if the allowance has one left. */
@ApplicationScoped
public class SmsSending {

  private final SmsAllowance allowance;
  private final MeterRegistry meters;

  SmsSending(SmsAllowance allowance, MeterRegistry meters) {
    this.allowance = allowance;
    this.meters = meters;
  }

  /**
   * Takes the allowance, then asks for the message.
   *
   * @param asking a transaction with {@link SmsRequests#ask}; false when there was no more reason
   *     to, and nothing was asked for
   */
  public Uni<Sending> send(SmsOrder order, Supplier<Uni<Boolean>> asking) {
    return allowance
        .take(order)
        .chain(grant ->
            switch (grant) {
              case Grant.Refused(var after) -> Uni.createFrom().item(new Sending.Capped(after));
              case Grant.Granted _ -> ask(order, asking);
            })
        .invoke(sending -> count(order, (Record) sending))
        .onFailure()
        .invoke(() -> count(order, "failed"));
  }

  private Uni<Sending> ask(SmsOrder order, Supplier<Uni<Boolean>> asking) {
    return Uni.createFrom()
        .deferred(() -> asking.get())
        .onFailure()
        .call(() -> allowance.giveBack(order))
        .chain(asked ->
            asked
                ? Uni.createFrom().item(new Sending.Asked())
                : allowance.giveBack(order).replaceWith(new Sending.NotAsked()));
  }

  private void count(SmsOrder order, Record sending) {
    var word = sending.getClass().getSimpleName();
    count(order, word.replaceAll("(?<=[a-z])(?=[A-Z])", "_").toLowerCase(Locale.ROOT));
  }

  private void count(SmsOrder order, String outcome) {
    var use = order.use().name().toLowerCase(Locale.ROOT);
    meters.counter("latchkey.sms.sends", "use", use, "outcome", outcome).increment();
  }

  /** What came of it. */
  public sealed interface Sending {

    /** The message is on its way. */
    record Asked() implements Sending {}

    /** There was no more reason to send it. */
    record NotAsked() implements Sending {}

    /** Too many were sent lately, by whatever is counted; nothing was sent and nothing counted. */
    record Capped(Duration retryAfter) implements Sending {}
  }
}
