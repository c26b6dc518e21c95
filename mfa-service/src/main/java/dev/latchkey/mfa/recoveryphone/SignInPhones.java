package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.mfa.Patience;
import dev.latchkey.mfa.cut.AccountCut;
import dev.latchkey.mfa.cut.AccountCuts;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which phone counts for a sign-in, if any. Asked anew at every step, from the same rows: a phone
 * that was too new when the code was asked for gets no code, and one that was removed since, or a
 * password that was reset, leaves the code worth nothing.
 */
@ApplicationScoped
public class SignInPhones {

  private final RecoveryPhones phones;
  private final AccountCuts cuts;
  private final NumberSeal seal;
  private final PhoneConfig config;
  private final Patience patience;
  private final Clock clock;

  SignInPhones(
      RecoveryPhones phones,
      AccountCuts cuts,
      NumberSeal seal,
      PhoneConfig config,
      Patience patience,
      Clock clock) {
    this.phones = phones;
    this.cuts = cuts;
    this.seal = seal;
    this.config = config;
    this.patience = patience;
    this.clock = clock;
  }

  /**
   * The phone of a sign-in.
   *
   * @param epoch under which the password was checked; 0 when that is not of interest
   */
  public Uni<SignInPhone> look(AccountId account, int epoch) {
    return patience.with(Panache.withSession(() -> of(account, epoch)));
  }

  /** As {@link #look}, in the caller's transaction. */
  public Uni<SignInPhone> of(AccountId account, int epoch) {
    return phones.of(account).chain(found -> cuts.of(account).map(cut -> judge(found, cut, epoch)));
  }

  /** Keeps the number under the current key, in the caller's transaction, which holds the phone. */
  public Uni<Void> reseal(UUID phone) {
    return Panache.getSession()
        .chain(session -> session.find(RecoveryPhone.class, phone))
        .chain(kept ->
            kept == null || seal.current(kept)
                ? Uni.createFrom().voidItem()
                : phones.reseal(kept.id, seal.seal(kept.id, seal.open(kept))));
  }

  /** Until when a password reset keeps text messages from counting; null when none does. */
  @Nullable Instant pausedUntil(@Nullable AccountCut cut) {
    var reset = cut == null ? null : cut.resetAt();
    var until = reset == null ? null : reset.plus(config.afterReset());
    return until != null && until.isAfter(clock.instant()) ? until : null;
  }

  private SignInPhone judge(AccountPhones found, @Nullable AccountCut cut, int epoch) {
    var counting = found.counting().orElse(null);
    if (counting == null) {
      return found
          .waiting()
          .map(phone -> (SignInPhone) new SignInPhone.TooNew(until(phone.usableFrom)))
          .orElseGet(SignInPhone.None::new);
    }
    if (epoch > Math.max(counting.epoch, cut == null ? 0 : cut.epoch())) {
      return new SignInPhone.NotHeardYet();
    }
    var paused = pausedUntil(cut);
    return paused == null
        ? new SignInPhone.Usable(counting.id, seal.open(counting), counting.numberHash)
        : new SignInPhone.AfterReset(until(paused));
  }

  private Duration until(@Nullable Instant moment) {
    return moment == null ? Duration.ZERO : Duration.between(clock.instant(), moment);
  }
}
