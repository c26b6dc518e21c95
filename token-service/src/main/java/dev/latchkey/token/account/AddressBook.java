package dev.latchkey.token.account;

import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Who an account is to a person who reads: its address, which only auth-service keeps. */
@ApplicationScoped
public class AddressBook {

  private final AuthService auth;

  AddressBook(@RestClient AuthService auth) {
    this.auth = auth;
  }

  /** The account's first address; fails when auth-service does not answer within a second. */
  public Uni<String> addressOf(AccountId account) {
    return auth.addresses(account.value()).map(AuthService.Addresses::first);
  }
}
