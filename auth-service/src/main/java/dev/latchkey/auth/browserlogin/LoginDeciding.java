package dev.latchkey.auth.browserlogin;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.RandomIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets a command line in, or refuses it: by somebody who is signed in and has its address. */
@ApplicationScoped
class LoginDeciding {

  /** What came of it. */
  sealed interface Outcome {
    /** So it is. */
    record Decided(BrowserLogin login) implements Outcome {}

    /** There is no such login, or not any more. */
    record Unknown() implements Outcome {}

    /** It was decided before, otherwise or by somebody else. */
    record DecidedBefore() implements Outcome {}
  }

  private final BrowserLogins logins;
  private final RandomIds ids;
  private final Clock clock;

  LoginDeciding(BrowserLogins logins, RandomIds ids, Clock clock) {
    this.logins = logins;
    this.ids = ids;
    this.clock = clock;
  }

  /** The login, while it can be decided or was decided not long ago. */
  Uni<Optional<BrowserLogin>> look(LoginId id) {
    return logins.find(id).map(found -> found.filter(this::lives));
  }

  Uni<Outcome> approve(LoginId id, Caller caller) {
    var approval =
        new Approval(
            new AuthorizationId(ids.next()), caller.account(), caller.epoch(), caller.factorAt());
    return decide(id, () -> logins.approve(id, approval));
  }

  Uni<Outcome> deny(LoginId id, AccountId account) {
    return decide(id, () -> logins.deny(id, account));
  }

  private Uni<Outcome> decide(LoginId id, Supplier<Uni<Boolean>> decision) {
    return look(id)
        .chain(found -> found.isEmpty() ? unknown() : decision.get().chain(done -> told(id, done)));
  }

  private Uni<Outcome> told(LoginId id, boolean done) {
    return done
        ? look(id)
            .map(found -> found.<Outcome>map(Outcome.Decided::new).orElseGet(Outcome.Unknown::new))
        : Uni.createFrom().item(new Outcome.DecidedBefore());
  }

  private boolean lives(BrowserLogin login) {
    return login.left(BrowserLogins.LIFE, clock.instant()).isPositive();
  }

  private static Uni<Outcome> unknown() {
    return Uni.createFrom().item(new Outcome.Unknown());
  }
}
