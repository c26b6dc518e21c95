package dev.latchkey.mfa.recoverycode;

import dev.latchkey.contracts.event.MfaEvent.RecoveryCodesViewed;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;

/**
 * Shows the codes that were not used yet, and says so to their owner: no code leaves without the
 * event. Where the policy is {@code hashed}, or was when they were issued, it shows their number.
 */
@ApplicationScoped
class RecoveryCodeViewing {

  private final RecoveryCodeAccess access;
  private final Looking looking;

  RecoveryCodeViewing(RecoveryCodeAccess access, Looking looking) {
    this.access = access;
    this.looking = looking;
  }

  Uni<RecoveryCodesOutcome> view(AskForCodes ask) {
    return access.allow(ask, since -> looking.look(ask, since));
  }

  /** The transaction of {@link RecoveryCodeViewing}. */
  @ApplicationScoped
  static class Looking {

    private final RecoveryCodeAccess access;
    private final RecoveryCodes codes;
    private final RecoveryCodeSeal seal;
    private final RecoveryCodeConfig config;
    private final Outbox outbox;
    private final OriginSeal origins;
    private final Clock clock;

    Looking(
        RecoveryCodeAccess access,
        RecoveryCodes codes,
        RecoveryCodeSeal seal,
        RecoveryCodeConfig config,
        Outbox outbox,
        OriginSeal origins,
        Clock clock) {
      this.access = access;
      this.codes = codes;
      this.seal = seal;
      this.config = config;
      this.outbox = outbox;
      this.origins = origins;
      this.clock = clock;
    }

    @WithTransaction
    Uni<RecoveryCodesOutcome> look(AskForCodes ask, EventId switchedOn) {
      return access
          .holds(ask, switchedOn)
          .chain(holds ->
              holds
                  ? looked(ask)
                  : Uni.createFrom().item(new RecoveryCodesOutcome.AccountChanged()));
    }

    private Uni<RecoveryCodesOutcome> looked(AskForCodes ask) {
      return codes
          .unused(ask.account())
          .chain(unused ->
              viewable(unused)
                  ? said(ask).chain(() -> shown(unused))
                  : Uni.createFrom().item(new RecoveryCodesOutcome.CountOnly(unused.size())));
    }

    private boolean viewable(List<KeptCode> unused) {
      return config.policy() == RecoveryCodeConfig.Policy.VIEWABLE
          && unused.stream().allMatch(code -> code.sealed != null);
    }

    private Uni<?> said(AskForCodes ask) {
      var account = ask.account();
      var origin = origins.seal(account, ask.origin());
      return outbox.append(new RecoveryCodesViewed(account, clock.instant(), origin));
    }

    private Uni<RecoveryCodesOutcome> shown(List<KeptCode> unused) {
      var opened = unused.stream().map(kept -> seal.open(kept.id, sealed(kept))).toList();
      return Multi.createFrom()
          .iterable(unused)
          .filter(kept -> !seal.current(sealed(kept)))
          .call(kept -> codes.reseal(kept, seal.seal(kept.id, seal.open(kept.id, sealed(kept)))))
          .collect()
          .asList()
          .map(resealed -> new RecoveryCodesOutcome.Shown(opened));
    }

    private static String sealed(KeptCode kept) {
      return String.valueOf(kept.sealed);
    }
  }
}
