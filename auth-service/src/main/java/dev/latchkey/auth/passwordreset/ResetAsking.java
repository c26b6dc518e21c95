package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.auth.origin.ClientNetwork;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.kit.budget.Budgets;
import dev.latchkey.kit.budget.Grant;
import dev.latchkey.kit.budget.Limit;
import io.quarkus.logging.Log;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/**
 * Takes the wish for a link. The answer is given before anybody looks whether the address has an
 * account: what is not looked at can't be told, by words or by time. A process that dies in this
 * moment forgets the wish, and its owner asks again.
 */
@ApplicationScoped
class ResetAsking {

  /** What came of the wish. */
  sealed interface Outcome {
    /** If there is an account with that address, it gets a mail. */
    record Heard() implements Outcome {}

    /** Too many mails to that address, or wishes from that client. */
    record TooMany(Duration retryAfter) implements Outcome {}
  }

  private static final Duration HOUR = Duration.ofHours(1);

  private final Budgets budgets;
  private final Limit perClient;
  private final Limit perMailbox;
  private final ResetMailing mailing;

  ResetAsking(Budgets budgets, PasswordResetConfig config, ResetMailing mailing) {
    this.budgets = budgets;
    this.perClient = new Limit("reset-client", config.perClientAndHour(), HOUR, HOUR);
    this.perMailbox = new Limit("reset-mailbox", config.perMailboxAndHour(), HOUR, HOUR);
    this.mailing = mailing;
  }

  Uni<Outcome> ask(EmailAddress email, Origin origin) {
    return budgets
        .take(perClient, ClientNetwork.of(origin.ip()))
        .chain(grant ->
            grant instanceof Grant.Granted
                ? budgets.take(perMailbox, email.value())
                : Uni.createFrom().item(grant))
        .map(grant ->
            switch (grant) {
              case Grant.Granted granted -> heard(email);
              case Grant.Refused refused -> new Outcome.TooMany(refused.retryAfter());
            });
  }

  private Outcome heard(EmailAddress email) {
    mailing
        .mail(email)
        .subscribe()
        .with(
            done -> {},
            failure ->
                Log.warnf(
                    "password reset not mailed outcome=%s", failure.getClass().getSimpleName()));
    return new Outcome.Heard();
  }
}
