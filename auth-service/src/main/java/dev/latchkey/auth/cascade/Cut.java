package dev.latchkey.auth.cascade;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.apikey.ApiKeys;
import dev.latchkey.auth.device.Devices;
import dev.latchkey.auth.epoch.Epochs;
import dev.latchkey.auth.epoch.Standing;
import dev.latchkey.auth.sshkey.SshKeys;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.effect.Fate;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The part of a cascade that is one transaction, as the table of effects has it: epoch, kept
 * session, API key, devices, receipt and the events that tell the others. Runs in the caller's
 * transaction, so that a password change and its cut are one.
 */
@ApplicationScoped
public class Cut {

  private final Accounts accounts;
  private final ApiKeys apiKeys;
  private final Devices devices;
  private final SshKeys sshKeys;
  private final Epochs epochs;
  private final CascadeReceipts receipts;
  private final Outbox outbox;
  private final OriginSeal seal;
  private final Clock clock;

  Cut(
      Accounts accounts,
      ApiKeys apiKeys,
      Devices devices,
      SshKeys sshKeys,
      Epochs epochs,
      CascadeReceipts receipts,
      Outbox outbox,
      OriginSeal seal,
      Clock clock) {
    this.accounts = accounts;
    this.apiKeys = apiKeys;
    this.devices = devices;
    this.sshKeys = sshKeys;
    this.epochs = epochs;
    this.receipts = receipts;
    this.outbox = outbox;
    this.seal = seal;
    this.clock = clock;
  }

  /** Makes the cut, or nothing when the account is gone. */
  public Uni<Optional<CutOutcome>> make(Cause cause, Reach reach) {
    return accounts
        .byIdForUpdate(cause.account())
        .chain(found ->
            found
                .map(account -> make(cause, reach, account).map(Optional::of))
                .orElseGet(() -> Uni.createFrom().item(Optional.empty())));
  }

  private Uni<CutOutcome> make(Cause cause, Reach reach, Account account) {
    var kept = survivor(cause, account);
    var change = cause.change();
    return accounts
        .raiseEpoch(cause.account(), kept, clock.instant())
        .call(() -> twoFactor(cause))
        .call(() -> apiKey(cause))
        .call(() -> forgetDevices(cause))
        .call(() -> epochs.announce(cause.account()))
        .chain(epoch ->
            sshKeys
                .count(cause.account())
                .map(keys -> receipt(epoch.orElseThrow(), change, kept, reach, keys)))
        .call(receipt -> receipts.add(cause, receipt))
        .call(receipt -> tell(cause, kept, receipt))
        .map(receipt -> new CutOutcome(receipt, new Standing(receipt.epoch(), kept)));
  }

  /**
   * The session that made the change goes on only if it was alive when the cut falls: another cut
   * may have ended it after it made its change.
   */
  private static @Nullable SessionId survivor(Cause cause, Account account) {
    var kept = cause.kept();
    if (kept == null || cause.change().thisSession() != Fate.STAYS) {
      return null;
    }
    boolean alive = account.epoch() == cause.epoch() || kept.value().equals(account.keptSession());
    return alive ? kept : null;
  }

  private Uni<Void> twoFactor(Cause cause) {
    return switch (cause.change()) {
      case TWO_FACTOR_ENABLED, TWO_FACTOR_REPLACED ->
          accounts.setTwoFactor(cause.account(), cause.at()).replaceWithVoid();
      case TWO_FACTOR_DISABLED -> accounts.setTwoFactor(cause.account(), null).replaceWithVoid();
      case PASSWORD_CHANGED, PASSWORD_RESET, SESSIONS_ENDED, ACCOUNT_CLOSED ->
          Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> apiKey(Cause cause) {
    var factorAt = cause.factorShown() ? cause.at() : null;
    return switch (cause.change().apiKey()) {
      case NEW ->
          apiKeys
              .replace(cause.account(), factorAt)
              .chain(() -> outbox.append(apiKeyRotated(cause)))
              .replaceWithVoid();
      case ENDS -> apiKeys.remove(cause.account());
      case STAYS -> Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> forgetDevices(Cause cause) {
    return cause.change().devices() == Fate.STAYS
        ? Uni.createFrom().voidItem()
        : devices.forget(cause.account());
  }

  private Uni<Void> tell(Cause cause, @Nullable SessionId kept, Receipt receipt) {
    var ended =
        receipt.sessionsEnded().stream().map(session -> new SessionId(session.id())).toList();
    return outbox
        .append(
            new SessionsRevoked(
                cause.account(),
                clock.instant(),
                cause.change(),
                cause.id(),
                kept,
                ended,
                receipt.epoch(),
                seal.seal(cause.account(), cause.origin())))
        .replaceWithVoid();
  }

  private ApiKeyRotated apiKeyRotated(Cause cause) {
    return new ApiKeyRotated(
        cause.account(),
        clock.instant(),
        cause.change(),
        seal.seal(cause.account(), cause.origin()));
  }

  private static Receipt receipt(
      int epoch, Change change, @Nullable SessionId kept, Reach reach, long sshKeys) {
    var ended =
        reach.sessions().stream()
            .filter(session -> !session.id().equals(kept))
            .map(Receipt.EndedSession::of)
            .toList();
    boolean allEnd = change.authorizations() == Fate.ENDS;
    return new Receipt(
        epoch,
        change.apiKey() != Fate.STAYS,
        ended,
        reach.signIns(),
        allEnd ? List.of() : reach.explicit(),
        sshKeys);
  }
}
