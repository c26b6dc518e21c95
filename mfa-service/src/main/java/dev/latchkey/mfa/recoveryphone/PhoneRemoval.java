package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneRemoved;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes the recovery phone, and whatever number was to take its place. */
@ApplicationScoped
class PhoneRemoval {

  private final PhoneAccess access;
  private final Writing writing;

  PhoneRemoval(PhoneAccess access, Writing writing) {
    this.access = access;
    this.writing = writing;
  }

  Uni<PhoneOutcome> remove(ChangePhone ask) {
    return access.allow(ask, since -> writing.remove(ask, since));
  }

  /** The transaction of {@link PhoneRemoval}. */
  @ApplicationScoped
  static class Writing {

    private final PhoneAccess access;
    private final RecoveryPhones phones;
    private final NumberSeal seal;
    private final Outbox outbox;
    private final AddressSeal addresses;
    private final OriginSeal origins;
    private final Clock clock;

    Writing(
        PhoneAccess access,
        RecoveryPhones phones,
        NumberSeal seal,
        Outbox outbox,
        AddressSeal addresses,
        OriginSeal origins,
        Clock clock) {
      this.access = access;
      this.phones = phones;
      this.seal = seal;
      this.outbox = outbox;
      this.addresses = addresses;
      this.origins = origins;
      this.clock = clock;
    }

    @WithTransaction
    Uni<PhoneOutcome> remove(ChangePhone ask, EventId switchedOn) {
      return access
          .hold(ask, switchedOn)
          .chain(holds ->
              holds
                  ? phones.of(ask.account()).chain(all -> remove(ask, switchedOn, all))
                  : Uni.createFrom().item(new PhoneOutcome.AccountChanged()));
    }

    private Uni<PhoneOutcome> remove(ChangePhone ask, EventId switchedOn, AccountPhones all) {
      return phones
          .erase(ask.account(), switchedOn)
          .call(() -> said(ask, all))
          .map(erased -> erased == 0 ? new PhoneOutcome.NoPhone() : new PhoneOutcome.Removed());
    }

    /** A number that never was the account's is nobody's news. */
    private Uni<Void> said(ChangePhone ask, AccountPhones all) {
      return all.validated()
          .map(old -> outbox.append(fact(ask, old)).replaceWithVoid())
          .orElseGet(() -> Uni.createFrom().voidItem());
    }

    private RecoveryPhoneRemoved fact(ChangePhone ask, RecoveryPhone old) {
      var account = ask.account();
      return new RecoveryPhoneRemoved(
          account,
          clock.instant(),
          addresses.seal(account, seal.open(old).e164()),
          origins.seal(account, ask.origin()));
    }
  }
}
