package dev.latchkey.token.minting;

import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.Clients;
import dev.latchkey.token.grant.Grants;
import dev.latchkey.token.minting.GrantingOutcome.Granted;
import dev.latchkey.token.minting.GrantingOutcome.NoChallenge;
import dev.latchkey.token.minting.GrantingOutcome.NotMinted;
import dev.latchkey.token.minting.GrantingOutcome.SignInFirst;
import dev.latchkey.token.minting.GrantingOutcome.UnknownClient;
import dev.latchkey.token.minting.GrantingOutcome.WrongRedirect;
import dev.latchkey.token.minting.MintingOutcome.Minted;
import dev.latchkey.token.minting.NewAuthorization.ClientWish;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** A person lets an application in: an authorization as any other, with a code and no token yet. */
@ApplicationScoped
class Granting {

  private final AccountEpochs epochs;
  private final Clients clients;
  private final Drafting drafting;
  private final Minting minting;
  private final Grants grants;

  Granting(
      AccountEpochs epochs, Clients clients, Drafting drafting, Minting minting, Grants grants) {
    this.epochs = epochs;
    this.clients = clients;
    this.drafting = drafting;
    this.minting = minting;
    this.grants = grants;
  }

  /** Gives a code, unless the person may not, or the client is not as it should be. */
  @WithTransaction
  Uni<GrantingOutcome> grant(MintAuthorization command, ClientWish wish) {
    var maker = command.maker();
    if (maker.signsIn()) {
      return Uni.createFrom().item(new SignInFirst());
    }
    // The account first, then the client: whoever takes both locks takes them in this order.
    return epochs
        .hold(maker.account(), maker.epoch())
        .chain(() -> clients.live(wish.client()))
        .chain(this::held)
        .chain(found ->
            found
                .map(client -> consent(command, wish, client))
                .orElseGet(() -> Uni.createFrom().item(new UnknownClient())));
  }

  /** As it is until the commit: a removal that comes after sees the authorization. */
  private Uni<Optional<Client>> held(Optional<Client> found) {
    return found.isEmpty()
        ? Uni.createFrom().item(found)
        : clients.hold(found.get()).map(held -> found.filter(client -> held));
  }

  private Uni<GrantingOutcome> consent(MintAuthorization command, ClientWish wish, Client client) {
    var redirect = wish.redirectUri();
    if (redirect != null && !redirect.equals(client.redirectUri())) {
      return Uni.createFrom().item(new WrongRedirect());
    }
    if (client.isPublic() && wish.challenge() == null) {
      return Uni.createFrom().item(new NoChallenge());
    }
    return minting
        .place(command, drafting.draft(command).forClient(client))
        .chain(outcome ->
            outcome instanceof Minted minted
                ? code(minted.authorization(), wish, client)
                : Uni.createFrom().item(new NotMinted(outcome)));
  }

  private Uni<GrantingOutcome> code(Authorization made, ClientWish wish, Client client) {
    return grants.open(made, client, wish.challenge()).map(code -> new Granted(made, code));
  }
}
