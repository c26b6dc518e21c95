package dev.latchkey.auth.browserlogin;

import dev.latchkey.auth.account.Accounts;
import dev.latchkey.auth.authorization.Authorizations;
import dev.latchkey.auth.authorization.SignInWish;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.problem.TimeLimit;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Optional;

/**
 * Makes the token of an approved login. It is made when it is asked for, so that it is stored
 * nowhere on the way. The id that the approval has drawn lets token-service make it once, whoever
 * asks how often, and whatever Redis has forgotten: an answer that is lost is not given again.
 */
@ApplicationScoped
class LoginFinishing {

  private static final Duration PATIENCE = Duration.ofMillis(1500);

  private final Standing standing;
  private final Authorizations authorizations;
  private final BrowserLogins logins;

  LoginFinishing(Standing standing, Authorizations authorizations, BrowserLogins logins) {
    this.standing = standing;
    this.authorizations = authorizations;
    this.logins = logins;
  }

  /** The token; nothing when the account's security has changed, or the token was made before. */
  Uni<Optional<String>> finish(BrowserLogin login, Approval approval) {
    return TimeLimit.on(standing.epochOf(approval.account()), PATIENCE)
        .map(epoch -> epoch.filter(current -> current == approval.epoch()))
        .chain(current -> current.isPresent() ? begin(login, approval) : none())
        .call(token -> token.isPresent() ? note(login) : Uni.createFrom().voidItem());
  }

  /** From here on a refusal comes too late, and whoever tries is told so. */
  private Uni<Optional<String>> begin(BrowserLogin login, Approval approval) {
    return logins.begin(login.id()).chain(begun -> begun ? mint(login, approval) : none());
  }

  /**
   * For whoever looks. That it is made once does not hang on it, and the token must not be lost.
   */
  private Uni<Void> note(BrowserLogin login) {
    return logins.finish(login.id()).onFailure().recoverWithNull();
  }

  private Uni<Optional<String>> mint(BrowserLogin login, Approval approval) {
    return authorizations.signIn(
        new SignInWish(
            approval.authorization(),
            approval.account(),
            approval.epoch(),
            approval.factorAt(),
            login.description(),
            login.origin()));
  }

  private static Uni<Optional<String>> none() {
    return Uni.createFrom().item(Optional.empty());
  }

  /** What PostgreSQL knows. */
  @ApplicationScoped
  static class Standing {

    private final Accounts accounts;

    Standing(Accounts accounts) {
      this.accounts = accounts;
    }

    @WithSession
    Uni<Optional<Integer>> epochOf(AccountId account) {
      return accounts.epochOf(account);
    }
  }
}
