package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.totp.TimeStep;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Switches a factor on and says so, in one transaction: nobody can see the one without the other.
 */
@ApplicationScoped
class Activation {

  private final Enrolments enrolments;
  private final TotpFactors factors;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  Activation(
      Enrolments enrolments, TotpFactors factors, Outbox outbox, OriginSeal origins, Clock clock) {
    this.enrolments = enrolments;
    this.factors = factors;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  /** The event that was said, or nothing when somebody else ended the enrolment first. */
  @WithTransaction
  Uni<@Nullable MfaEnabled> activate(
      EventId id, ConfirmEnrolment command, Enrolments.Pending pending, TimeStep confirmed) {
    return enrolments
        .end(pending.id())
        .chain(
            mine -> mine ? replace(id, command, pending, confirmed) : Uni.createFrom().nullItem());
  }

  private Uni<MfaEnabled> replace(
      EventId id, ConfirmEnrolment command, Enrolments.Pending pending, TimeStep confirmed) {
    var now = clock.instant();
    return factors
        .retire(command.account(), id, now)
        .call(() -> factors.add(command.account(), pending.secret(), confirmed, id, now))
        .map(replaced -> fact(command, now, replaced))
        .call(fact -> outbox.append(id, fact));
  }

  private MfaEnabled fact(ConfirmEnrolment command, Instant now, boolean replaced) {
    var origin = origins.seal(command.account(), command.origin());
    return new MfaEnabled(
        command.account(), now, command.session(), command.epoch(), replaced, origin);
  }
}
