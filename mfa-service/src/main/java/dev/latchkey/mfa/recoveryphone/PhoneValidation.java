package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.event.MfaEvent.RecoveryPhoneAdded;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.AddressSeal;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.mfa.sms.SmsHash;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a number the account's, in the transaction of who has seen its code. It counts after the
 * delay, and the number before it goes on counting until then: who has stolen password and second
 * factor can't turn the owner's recovery into his own before the owner has read the notice.
 */
@ApplicationScoped
class PhoneValidation {

  private final RecoveryPhones phones;
  private final NumberSeal seal;
  private final SmsHash hashes;
  private final PhoneConfig config;
  private final Outbox outbox;
  private final AddressSeal addresses;
  private final OriginSeal origins;
  private final Clock clock;

  PhoneValidation(
      RecoveryPhones phones,
      NumberSeal seal,
      SmsHash hashes,
      PhoneConfig config,
      Outbox outbox,
      AddressSeal addresses,
      OriginSeal origins,
      Clock clock) {
    this.phones = phones;
    this.seal = seal;
    this.hashes = hashes;
    this.config = config;
    this.outbox = outbox;
    this.addresses = addresses;
    this.origins = origins;
    this.clock = clock;
  }

  /** The count of accounts is exact: all who validate the number wait for each other. */
  Uni<PhoneOutcome> validate(ChangePhone ask, AccountPhones all, RecoveryPhone phone) {
    return phones
        .holdNumber(phone.numberHash)
        .chain(() -> phones.sharing(hashes(phone), ask.account()))
        .chain(others ->
            others < config.accountsPerNumber()
                ? validated(ask, all, phone)
                : Uni.createFrom().item(new PhoneOutcome.Refused(null)));
  }

  private List<String> hashes(RecoveryPhone phone) {
    return hashes.all(seal.open(phone));
  }

  private Uni<PhoneOutcome> validated(ChangePhone ask, AccountPhones all, RecoveryPhone phone) {
    var now = clock.instant();
    var same = all.counting().filter(old -> hashes(phone).contains(old.numberHash));
    var from = same.map(old -> old.usableFrom).orElse(now.plus(config.delay()));
    // The same number again takes its own place at once; another one waits beside the old one.
    var kept = same.isPresent() ? phone : all.counting().orElse(phone);
    return phones
        .eraseBefore(phone, kept.id)
        .chain(() -> kept.id.equals(phone.id) ? nothing() : phones.replaceAt(kept.id, from))
        .chain(() -> phones.validate(phone, from))
        .chain(() -> outbox.append(fact(ask, phone, now, from, replaced(all, phone))))
        .map(said -> new PhoneOutcome.Validated());
  }

  private static Uni<Integer> nothing() {
    return Uni.createFrom().item(0);
  }

  private RecoveryPhoneAdded fact(
      ChangePhone ask, RecoveryPhone phone, Instant now, Instant from, @Nullable String oldNumber) {
    var origin = origins.seal(ask.account(), ask.origin());
    var masked = seal.open(phone).masked();
    return new RecoveryPhoneAdded(ask.account(), now, masked, from, oldNumber, origin);
  }

  private @Nullable String replaced(AccountPhones all, RecoveryPhone phone) {
    Optional<RecoveryPhone> old =
        all.validated().filter(before -> !before.numberHash.equals(phone.numberHash));
    return old.map(before -> sealed(before)).orElse(null);
  }

  private String sealed(RecoveryPhone old) {
    return addresses.seal(new AccountId(old.account), seal.open(old).e164());
  }
}
