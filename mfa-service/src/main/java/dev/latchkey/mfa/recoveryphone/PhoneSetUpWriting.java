package dev.latchkey.mfa.recoveryphone;

import dev.latchkey.contracts.id.EventId;
import dev.latchkey.mfa.Patience;
import dev.latchkey.mfa.phoneline.LineType;
import dev.latchkey.mfa.sms.SmsHash;
import dev.latchkey.mfa.sms.SmsOrder;
import dev.latchkey.mfa.sms.SmsRequests;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The database's side of {@link PhoneSetUp}. */
@ApplicationScoped
class PhoneSetUpWriting {

  private final PhoneAccess access;
  private final RecoveryPhones phones;
  private final NumberSeal seal;
  private final SmsHash hashes;
  private final SmsRequests requests;
  private final PhoneConfig config;
  private final Patience patience;
  private final Clock clock;

  PhoneSetUpWriting(
      PhoneAccess access,
      RecoveryPhones phones,
      NumberSeal seal,
      SmsHash hashes,
      SmsRequests requests,
      PhoneConfig config,
      Patience patience,
      Clock clock) {
    this.access = access;
    this.phones = phones;
    this.seal = seal;
    this.hashes = hashes;
    this.requests = requests;
    this.config = config;
    this.patience = patience;
    this.clock = clock;
  }

  /** True when as many other accounts as may have the number. Looked at again at validation. */
  Uni<Boolean> shared(SmsOrder order) {
    return patience.with(
        Panache.withSession(() -> phones.sharing(hashes.all(order.number()), order.account()))
            .map(others -> others >= config.accountsPerNumber()));
  }

  /** Keeps the number and asks for its code; false when two-factor was switched off meanwhile. */
  @WithTransaction
  Uni<Boolean> write(ChangePhone ask, EventId switchedOn, SmsOrder order, LineType line) {
    return access
        .hold(ask, switchedOn)
        .chain(holds ->
            holds
                ? phones
                    .setUp(phone(switchedOn, order, line))
                    .chain(() -> requests.ask(order))
                    .replaceWith(true)
                : Uni.createFrom().item(false));
  }

  private RecoveryPhone phone(EventId switchedOn, SmsOrder order, LineType line) {
    return new RecoveryPhone(
        order.phone(),
        order.account(),
        switchedOn,
        seal.seal(order.phone(), order.number()),
        order.numberHash(),
        line,
        order.epoch(),
        clock.instant().plus(SmsRequests.LIFETIME));
  }
}
