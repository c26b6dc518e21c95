package dev.latchkey.mfa.twofactor;

import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.enrolment.Enrolments;
import dev.latchkey.mfa.totp.TotpFactors;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import org.jspecify.annotations.Nullable;

/** Takes the factor out of use and says so, in one transaction. */
@ApplicationScoped
class Removal {

  private final TotpFactors factors;
  private final Enrolments enrolments;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  Removal(
      TotpFactors factors, Enrolments enrolments, Outbox outbox, OriginSeal origins, Clock clock) {
    this.factors = factors;
    this.enrolments = enrolments;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  /** The event that was said, or nothing when there was no factor. */
  @WithTransaction
  Uni<@Nullable MfaDisabled> remove(EventId id, DisableTwoFactor command) {
    var account = command.account();
    var now = clock.instant();
    var fact =
        new MfaDisabled(
            account,
            now,
            command.keptSession(),
            command.epoch(),
            origins.seal(account, command.origin()));
    return factors
        .retire(account, id, now)
        .call(() -> enrolments.erase(account))
        .chain(
            was -> was ? outbox.append(id, fact).replaceWith(fact) : Uni.createFrom().nullItem());
  }
}
