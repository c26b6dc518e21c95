package dev.latchkey.auth.registration;

import dev.latchkey.auth.origin.ClientNetwork;
import dev.latchkey.auth.password.PasswordHash;
import dev.latchkey.auth.password.PasswordHashing;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import dev.latchkey.kit.identity.RandomIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Takes a sign-up. A taken address gets the same answer after the same work, and its owner a mail:
 * the answer must not tell who has an account.
 */
@ApplicationScoped
class SigningUp {

  private static final Duration HOUR = Duration.ofHours(1);

  private final Budgets budgets;
  private final Limit perClient;
  private final Limit perMailbox;
  private final PasswordHashing hashing;
  private final WaitingSignUp waiting;
  private final RandomIds ids;

  SigningUp(
      Budgets budgets,
      RegistrationConfig config,
      PasswordHashing hashing,
      WaitingSignUp waiting,
      RandomIds ids) {
    this.budgets = budgets;
    this.perClient = new Limit("sign-up", config.perAddressAndHour(), HOUR, HOUR);
    this.perMailbox = new Limit("sign-up-mailbox", config.perMailboxAndHour(), HOUR, HOUR);
    this.hashing = hashing;
    this.waiting = waiting;
    this.ids = ids;
  }

  Uni<SigningUpOutcome> signUp(SignUp command) {
    return hashing
        .room()
        .chain(() -> budgets.take(perClient, ClientNetwork.of(command.origin().ip())))
        .chain(grant ->
            grant instanceof Grant.Granted
                ? budgets.take(perMailbox, command.email().value())
                : Uni.createFrom().item(grant))
        .chain(grant ->
            switch (grant) {
              case Grant.Granted granted -> hashed(command);
              case Grant.Refused refused ->
                  Uni.createFrom().item(new SigningUpOutcome.TooMany(refused.retryAfter()));
            });
  }

  private Uni<SigningUpOutcome> hashed(SignUp command) {
    return hashing.hash(command.password()).chain(hash -> kept(command, hash));
  }

  private Uni<SigningUpOutcome> kept(SignUp command, PasswordHash hash) {
    var id = new AccountId(ids.next());
    return waiting
        .keep(id, command, hash)
        .replaceWith(new SigningUpOutcome.MailOnItsWay(id, command.email()));
  }
}
