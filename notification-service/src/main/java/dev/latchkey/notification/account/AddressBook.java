package dev.latchkey.notification.account;

import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Asks where somebody can be reached. Nothing of it is kept here. */
@ApplicationScoped
public class AddressBook {

  private final AddressClient client;

  AddressBook(@RestClient AddressClient client) {
    this.client = client;
  }

  /** Every validated address, none when the account is gone; fails when auth-service is away. */
  public Uni<List<String>> of(AccountId account) {
    return client
        .of(account.value())
        .map(AddressClient.Addresses::emails)
        .onFailure(AddressBook::isGone)
        .recoverWithItem(List.of());
  }

  private static boolean isGone(Throwable failure) {
    return failure instanceof WebApplicationException answer
        && answer.getResponse().getStatus() == Response.Status.NOT_FOUND.getStatusCode();
  }
}
