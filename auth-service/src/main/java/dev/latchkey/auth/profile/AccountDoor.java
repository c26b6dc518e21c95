package dev.latchkey.auth.profile;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.closing.AccountClosing;
import dev.latchkey.auth.problem.AuthProblem;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.identity.Caller;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Function;

/** What {@code /account} and its second name {@code /users/~} do. */
@ApplicationScoped
class AccountDoor {

  private final AccountReading accounts;
  private final AccountChanges changes;
  private final AccountClosing closing;
  private final Caller caller;

  AccountDoor(
      AccountReading accounts, AccountChanges changes, AccountClosing closing, Caller caller) {
    this.accounts = accounts;
    this.changes = changes;
    this.closing = closing;
    this.caller = caller;
  }

  /** The caller's account. */
  Uni<Response> show() {
    return own().map(AccountDoor::answer);
  }

  /** Changes name or password, asks for another address, or switches two-factor off. */
  Uni<Response> change(AccountPatch patch) {
    return withOwn(account ->
        changes
            .apply(caller, account, patch)
            .chain(refusal ->
                refusal
                    .map(problem -> Uni.createFrom().item(problem.response()))
                    .orElseGet(this::show)));
  }

  /** Closes the account, for good. */
  Uni<Response> close() {
    return withOwn(account ->
        closing
            .close(caller)
            .map(closed -> closed ? Response.ok(AccountView.of(account)).build() : gone()));
  }

  private Uni<Response> withOwn(Function<Account, Uni<Response>> action) {
    return own().chain(found -> found.map(action).orElseGet(() -> Uni.createFrom().item(gone())));
  }

  private Uni<Optional<Account>> own() {
    AccountId id = caller.account();
    return accounts.of(id);
  }

  private static Response answer(Optional<Account> found) {
    return found
        .map(account -> Response.ok(AccountView.of(account)).build())
        .orElseGet(AccountDoor::gone);
  }

  private static Response gone() {
    return AuthProblem.INVALID_CREDENTIALS.problem().response();
  }
}
