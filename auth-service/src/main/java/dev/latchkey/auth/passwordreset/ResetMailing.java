package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.mail.MailRequests;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;

/** Makes a link and asks for its mail, where there is an account; else does nothing. */
@ApplicationScoped
class ResetMailing {

  private final Accounts accounts;
  private final PasswordResets resets;
  private final MailRequests mails;
  private final PasswordResetConfig config;
  private final SecureRandom random;

  ResetMailing(
      Accounts accounts,
      PasswordResets resets,
      MailRequests mails,
      PasswordResetConfig config,
      SecureRandom random) {
    this.accounts = accounts;
    this.resets = resets;
    this.mails = mails;
    this.config = config;
    this.random = random;
  }

  @WithTransaction
  Uni<Void> mail(EmailAddress email) {
    return accounts
        .byEmail(email)
        .chain(found -> found.map(this::mail).orElseGet(() -> Uni.createFrom().voidItem()));
  }

  private Uni<Void> mail(Account account) {
    var token = OpaqueToken.mint(TokenKind.ONE_TIME, random);
    // From the configuration, never from the request's Host.
    var link = config.page() + "?token=" + token.text();
    var message = new Message.ResetPassword(account.email().value(), link);
    return resets
        .keep(account, token, config.linkLife())
        .chain(() -> mails.ask(account.id(), message, config.linkLife()));
  }
}
