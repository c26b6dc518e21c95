package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.mail.MailRequests;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;

/** Keeps a sign-up until its link is opened, and asks for the mail, in one transaction. */
@ApplicationScoped
class WaitingSignUp {

  /** A mail that could not be sent for so long is not sent any more. */
  private static final Duration SEND_WITHIN = Duration.ofMinutes(30);

  private final Accounts accounts;
  private final Registrations registrations;
  private final MailRequests mails;
  private final RegistrationConfig config;
  private final SecureRandom random;
  private final Clock clock;

  WaitingSignUp(
      Accounts accounts,
      Registrations registrations,
      MailRequests mails,
      RegistrationConfig config,
      SecureRandom random,
      Clock clock) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.mails = mails;
    this.config = config;
    this.random = random;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> keep(AccountId id, SignUp command, PasswordHash hash) {
    return accounts
        .byEmail(command.email())
        .chain(found ->
            found
                .map(owner -> mails.ask(owner.id(), addressTaken(command.email()), SEND_WITHIN))
                .orElseGet(() -> registered(id, command, hash)));
  }

  private Uni<Void> registered(AccountId id, SignUp command, PasswordHash hash) {
    var token = OpaqueToken.mint(TokenKind.ONE_TIME, random);
    var now = clock.instant();
    var registration =
        new Registration(
            id,
            command.email(),
            hash.text(),
            registrations.hash(token),
            now,
            now.plus(config.linkLife()));
    return registrations
        .persist(registration)
        .chain(() -> mails.ask(id, verifyEmail(command.email(), token), SEND_WITHIN));
  }

  private Message verifyEmail(EmailAddress to, OpaqueToken token) {
    return new Message.VerifyEmail(to.value(), config.verifyPage() + "?token=" + token.text());
  }

  private static Message addressTaken(EmailAddress to) {
    return new Message.AddressTaken(to.value());
  }
}
