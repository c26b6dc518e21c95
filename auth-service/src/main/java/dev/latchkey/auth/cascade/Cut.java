package dev.latchkey.auth.cascade;

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
import java.util.Optional;
import java.util.UUID;
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

  /**
   * Makes the cut. Nothing is made, and nothing changed, when the account is gone or another cut
   * has overtaken the cause: whoever made the change had no right to it any more.
   */
  public Uni<Optional<CutOutcome>> make(Cause cause, Reach reach) {
    return accounts
        .byIdForUpdate(cause.account())
        .chain(found ->
            found.filter(account -> !cause.isOvertaken(account)).isPresent()
                ? cut(cause, reach).map(Optional::of)
                : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<CutOutcome> cut(Cause cause, Reach reach) {
    var change = cause.change();
    var kept = change.thisSession() == Fate.STAYS ? cause.kept() : null;
    return accounts
        .raiseEpoch(cause.account(), kept, clock.instant())
        .call(() -> authorizations(cause))
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

  /** token-service ends them when it hears of it; the edge refuses them from the commit on. */
  private Uni<Void> authorizations(Cause cause) {
    return cause.change().authorizations() == Fate.ENDS
        ? accounts.endAuthorizations(cause.account())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> twoFactor(Cause cause) {
    return switch (cause.change()) {
      case TWO_FACTOR_ENABLED, TWO_FACTOR_REPLACED ->
          accounts.setTwoFactor(cause.account(), cause.at()).replaceWithVoid();
      case TWO_FACTOR_DISABLED -> accounts.setTwoFactorOff(cause.account()).replaceWithVoid();
      case PASSWORD_CHANGED, PASSWORD_RESET, SESSIONS_ENDED, ACCOUNT_CLOSED ->
          Uni.createFrom().voidItem();
    };
  }

  private Uni<Void> apiKey(Cause cause) {
    return switch (cause.change().apiKey()) {
      case NEW ->
          apiKeys
              .replace(cause.account(), cause.factorAt())
              .chain(replaced -> outbox.append(apiKeyRotated(cause, replaced.old())))
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
                cause.factorAt(),
                ended,
                receipt.epoch(),
                seal.seal(cause.account(), cause.origin())))
        .replaceWithVoid();
  }

  private ApiKeyRotated apiKeyRotated(Cause cause, @Nullable UUID old) {
    return new ApiKeyRotated(
        cause.account(),
        clock.instant(),
        cause.change(),
        old,
        seal.seal(cause.account(), cause.origin()));
  }

  private static Receipt receipt(
      int epoch, Change change, @Nullable SessionId kept, Reach reach, long sshKeys) {
    var ended =
        reach.sessions().stream()
            .filter(session -> !session.id().equals(kept))
            .map(Receipt.EndedSession::of)
            .toList();
    return new Receipt(
        epoch,
        change.apiKey() != Fate.STAYS,
        ended,
        reach.ended(change),
        reach.remaining(change),
        sshKeys);
  }
}
