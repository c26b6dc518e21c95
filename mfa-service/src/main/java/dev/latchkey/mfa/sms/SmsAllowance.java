package dev.latchkey.mfa.sms;

import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.logging.Logger;

/**
 * Whether one more text message may be sent: every limit is taken before anything is sent, and all
 * are given back when one of them refuses. So a refusal costs nobody anything, and who runs against
 * the cap of a country does not use up his own day besides.
 */
@ApplicationScoped
class SmsAllowance {

  private static final Logger LOG = Logger.getLogger(SmsAllowance.class);

  private final SmsCaps caps;
  private final Budgets budgets;
  private final SmsSpend spend;
  private final MeterRegistry meters;
  private final Clock clock;

  SmsAllowance(SmsCaps caps, Budgets budgets, SmsSpend spend, MeterRegistry meters, Clock clock) {
    this.caps = caps;
    this.budgets = budgets;
    this.spend = spend;
    this.meters = meters;
    this.clock = clock;
  }

  /** Takes all or nothing. Fails when a store is down: nothing is sent that nobody can count. */
  Uni<Grant> take(SmsOrder order) {
    return take(caps.of(order), 0, order);
  }

  /** Nothing was sent after all. A courtesy: should it fail, less may be sent, never more. */
  Uni<Void> giveBack(SmsOrder order) {
    return spend
        .giveBack(today(), order.number().country())
        .onFailure()
        .invoke(failure -> LOG.warnf("allowance not given back cause=%s", failure))
        .onFailure()
        .recoverWithNull()
        .chain(() -> giveBack(caps.of(order)));
  }

  private Uni<Grant> take(List<SmsCaps.Cap> all, int next, SmsOrder order) {
    if (next == all.size()) {
      return pay(all, order);
    }
    var cap = all.get(next);
    return budgets
        .take(cap.limit(), cap.key())
        .onFailure()
        .call(() -> giveBack(all.subList(0, next)))
        .chain(grant ->
            switch (grant) {
              case Grant.Granted _ -> take(all, next + 1, order);
              case Grant.Refused(var after) ->
                  refused(cap.limit().name(), after, all.subList(0, next));
            });
  }

  private Uni<Grant> pay(List<SmsCaps.Cap> all, SmsOrder order) {
    return spend
        .take(today(), order.number().country())
        .onFailure()
        .call(() -> giveBack(all))
        .chain(paid ->
            paid
                ? Uni.createFrom().item(new Grant.Granted(0))
                : refused("sms-spend", untilTomorrow(), all));
  }

  private Uni<Grant> refused(String cap, Duration after, List<SmsCaps.Cap> taken) {
    meters.counter("latchkey.sms.capped", "cap", cap).increment();
    LOG.warnf("text message capped cap=%s", cap);
    return giveBack(taken).replaceWith(new Grant.Refused(after));
  }

  private Uni<Void> giveBack(List<SmsCaps.Cap> taken) {
    return Multi.createFrom()
        .iterable(taken)
        .onItem()
        .transformToUniAndConcatenate(cap -> budgets.giveBack(cap.limit(), cap.key()))
        .collect()
        .last()
        .replaceWithVoid();
  }

  private LocalDate today() {
    return clock.instant().atOffset(ZoneOffset.UTC).toLocalDate();
  }

  private Duration untilTomorrow() {
    var tomorrow = today().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    return Duration.between(clock.instant(), tomorrow);
  }
}
