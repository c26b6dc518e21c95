package dev.latchkey.auth.emailchange;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.mail.MailRequests;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;

/**
 * Keeps a change until its link is opened, and asks for the mails, in one transaction: the link to
 * the new mailbox, and word to the old one while its owner can still stop it.
 */
@ApplicationScoped
class WaitingChange {

  private final Accounts accounts;
  private final EmailChanges changes;
  private final MailRequests mails;
  private final EmailChangeConfig config;
  private final SecureRandom random;
  private final Clock clock;

  WaitingChange(
      Accounts accounts,
      EmailChanges changes,
      MailRequests mails,
      EmailChangeConfig config,
      SecureRandom random,
      Clock clock) {
    this.accounts = accounts;
    this.changes = changes;
    this.mails = mails;
    this.config = config;
    this.random = random;
    this.clock = clock;
  }

  @WithTransaction
  Uni<EmailChangeOutcome> keep(Caller caller, EmailAddress wanted) {
    return accounts
        .byIdForUpdate(caller.account())
        .chain(found ->
            found
                .filter(account -> account.epoch() == caller.epoch())
                .map(account -> keep(account, caller.origin(), wanted))
                .orElseGet(() -> Uni.createFrom().item(new EmailChangeOutcome.Overtaken())));
  }

  /** The same work for a taken address: its link is kept, too, and sent to nobody. */
  private Uni<EmailChangeOutcome> keep(Account account, Origin origin, EmailAddress wanted) {
    var token = OpaqueToken.mint(TokenKind.ONE_TIME, random);
    var link = config.verifyPage() + "?token=" + token.text();
    return changes
        .keep(account, wanted, token, config.linkLife())
        .chain(() -> accounts.byEmail(wanted))
        .map(owner ->
            owner.isPresent()
                ? new Message.AddressWanted(wanted.value())
                : new Message.ConfirmEmail(wanted.value(), link))
        .chain(message -> mails.ask(account.id(), message, config.linkLife()))
        .chain(() -> mails.ask(account.id(), leaving(account, origin), config.linkLife()))
        .replaceWith(new EmailChangeOutcome.MailOnItsWay());
  }

  private Message leaving(Account account, Origin origin) {
    return new Message.AddressLeaving(account.email().value(), clock.instant(), origin);
  }
}
