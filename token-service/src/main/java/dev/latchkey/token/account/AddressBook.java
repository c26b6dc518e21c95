package dev.latchkey.token.account;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.problem.CommonProblem;
import dev.latchkey.kit.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Who an account is to a person who reads: its address, which only auth-service keeps. */
@ApplicationScoped
public class AddressBook {

  private static final int NOT_FOUND = 404;

  private final AuthService auth;

  AddressBook(@RestClient AuthService auth) {
    this.auth = auth;
  }

  /**
   * The account's first address; fails when auth-service does not answer within a second. Of an
   * account that is closed, whose identity may be good for some seconds yet, the caller hears 401.
   */
  public Uni<String> addressOf(AccountId account) {
    return auth.addresses(account.value())
        .map(AuthService.Addresses::first)
        .onFailure(AddressBook::closed)
        .transform(gone -> new ProblemException(CommonProblem.UNAUTHORIZED.problem()));
  }

  private static boolean closed(Throwable failure) {
    return failure instanceof WebApplicationException refused
        && refused.getResponse().getStatus() == NOT_FOUND;
  }
}
