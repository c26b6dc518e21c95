package dev.latchkey.auth.registration;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.contracts.event.Message;
import dev.latchkey.contracts.event.MessageEvent.MessageRequested;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.MessageId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.MessageSeal;
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
  private final Outbox outbox;
  private final MessageSeal seal;
  private final RegistrationConfig config;
  private final SecureRandom random;
  private final RandomIds ids;
  private final Clock clock;

  WaitingSignUp(
      Accounts accounts,
      Registrations registrations,
      Outbox outbox,
      MessageSeal seal,
      RegistrationConfig config,
      SecureRandom random,
      RandomIds ids,
      Clock clock) {
    this.accounts = accounts;
    this.registrations = registrations;
    this.outbox = outbox;
    this.seal = seal;
    this.config = config;
    this.random = random;
    this.ids = ids;
    this.clock = clock;
  }

  @WithTransaction
  Uni<Void> keep(AccountId id, SignUp command, PasswordHash hash) {
    return accounts
        .byEmail(command.email())
        .chain(found ->
            found
                .map(owner -> mail(owner.id(), addressTaken(command.email())))
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
        .chain(() -> mail(id, verifyEmail(command.email(), token)));
  }

  private Uni<Void> mail(AccountId account, Message message) {
    var now = clock.instant();
    var id = new MessageId(ids.next());
    var sealed = seal.seal(id, message);
    return outbox
        .append(new MessageRequested(account, now, id, sealed, now.plus(SEND_WITHIN)))
        .replaceWithVoid();
  }

  private Message verifyEmail(EmailAddress to, OpaqueToken token) {
    return new Message.VerifyEmail(to.value(), config.verifyPage() + "?token=" + token.text());
  }

  private static Message addressTaken(EmailAddress to) {
    return new Message.AddressTaken(to.value());
  }
}
