package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.cascade.Cause;
import dev.latchkey.auth.cascade.Cut;
import dev.latchkey.auth.cascade.CutOutcome;
import dev.latchkey.auth.cascade.Reach;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** The transaction of {@link PasswordResetting}: link, password, fact and cut, or none of them. */
@ApplicationScoped
class ResetCompletion {

  private final Accounts accounts;
  private final PasswordResets resets;
  private final Cut cut;
  private final Outbox outbox;
  private final OriginSeal seal;

  ResetCompletion(
      Accounts accounts, PasswordResets resets, Cut cut, Outbox outbox, OriginSeal seal) {
    this.accounts = accounts;
    this.resets = resets;
    this.cut = cut;
    this.outbox = outbox;
    this.seal = seal;
  }

  /** Nothing is done when the link was used meanwhile or another change came first. */
  @WithTransaction
  Uni<Optional<CutOutcome>> complete(
      Cause cause, Reach reach, OpaqueToken token, PasswordHash hash) {
    // The account's row first, as everywhere: two changes queue up instead of blocking each other.
    return accounts
        .holdEpoch(cause.account(), cause.epoch())
        .chain(current -> current ? resets.spend(token) : Uni.createFrom().item(false))
        .chain(
            first -> first ? changed(cause, reach, hash) : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<CutOutcome>> changed(Cause cause, Reach reach, PasswordHash hash) {
    return accounts
        .setPassword(cause.account(), cause.epoch(), hash.text(), cause.at())
        .chain(() -> outbox.append(fact(cause)))
        .chain(() -> cut.make(cause, reach));
  }

  private PasswordChanged fact(Cause cause) {
    return new PasswordChanged(
        cause.account(), cause.at(), true, seal.seal(cause.account(), cause.origin()));
  }
}
