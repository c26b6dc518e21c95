package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.cascade.Cascade;
import dev.latchkey.auth.cascade.Cause;
import dev.latchkey.auth.password.Password;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.auth.password.PasswordHashing;
import dev.latchkey.auth.password.PasswordPolicy;
import dev.latchkey.auth.password.PasswordVerdict;
import dev.latchkey.auth.signin.PasswordCheck;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/**
 * Sets a new password for whoever has the link: look at the link, judge the password, hash it, then
 * use the link up, change and cut in one. A password that is refused leaves the link as it is.
 */
@ApplicationScoped
class PasswordResetting {

  private final LinkReading links;
  private final PasswordHashing hashing;
  private final Cascade cascade;
  private final ResetCompletion completion;
  private final PasswordCheck passwords;
  private final RandomIds ids;
  private final Clock clock;

  PasswordResetting(
      LinkReading links,
      PasswordHashing hashing,
      Cascade cascade,
      ResetCompletion completion,
      PasswordCheck passwords,
      RandomIds ids,
      Clock clock) {
    this.links = links;
    this.hashing = hashing;
    this.cascade = cascade;
    this.completion = completion;
    this.passwords = passwords;
    this.ids = ids;
    this.clock = clock;
  }

  Uni<PasswordResetOutcome> reset(OpaqueToken token, Password wanted, Origin origin) {
    return hashing
        .room()
        .chain(() -> links.account(token))
        .chain(found ->
            found
                .map(account -> judged(account, token, wanted, origin))
                .orElseGet(() -> Uni.createFrom().item(new PasswordResetOutcome.LinkOver())));
  }

  private Uni<PasswordResetOutcome> judged(
      Account account, OpaqueToken token, Password wanted, Origin origin) {
    boolean secondFactor = account.twoFactorSince() != null;
    return switch (PasswordPolicy.judge(wanted, account.email().value(), secondFactor)) {
      case PasswordVerdict.Refused no ->
          Uni.createFrom().item(new PasswordResetOutcome.Refused(no.message()));
      case PasswordVerdict.Accepted yes ->
          hashing.hash(wanted).chain(hash -> completed(account, token, hash, origin));
    };
  }

  private Uni<PasswordResetOutcome> completed(
      Account account, OpaqueToken token, PasswordHash hash, Origin origin) {
    var cause = cause(account, origin);
    return cascade
        .run(cause, reach -> completion.complete(cause, reach, token, hash))
        .chain(receipt ->
            receipt.isPresent()
                ? forgiven(account).replaceWith(new PasswordResetOutcome.Done(account))
                : Uni.createFrom().item(new PasswordResetOutcome.LinkOver()));
  }

  /** No session made this change, so none is kept; no factor was shown, so nothing is qualified. */
  private Cause cause(Account account, Origin origin) {
    return new Cause(
        new EventId(ids.next()),
        Change.PASSWORD_RESET,
        account.id(),
        null,
        account.epoch(),
        clock.instant(),
        false,
        origin);
  }

  /** Wrong tries of the forgotten password must not keep its owner out with the new one. */
  private Uni<Void> forgiven(Account account) {
    return passwords.succeeded(account, false).onFailure().recoverWithNull();
  }

  /** Reads what a link is for, before anything dear is done. */
  @ApplicationScoped
  static class LinkReading {
    private final PasswordResets resets;
    private final Accounts accounts;

    LinkReading(PasswordResets resets, Accounts accounts) {
      this.resets = resets;
      this.accounts = accounts;
    }

    /** The account, or nothing when the link is unknown, used, replaced or too old. */
    @WithSession
    Uni<Optional<Account>> account(OpaqueToken token) {
      return resets
          .byToken(token)
          .chain(found ->
              found.map(this::account).orElseGet(() -> Uni.createFrom().item(Optional.empty())));
    }

    private Uni<Optional<Account>> account(PasswordReset reset) {
      return accounts
          .findById(reset.account)
          .map(account -> Optional.ofNullable(account).filter(reset::isFor));
    }
  }
}
