package dev.latchkey.token.exchange;

import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.ClientAuthentication;
import dev.latchkey.token.exchange.TokenOutcome.WrongClient;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByCode;
import dev.latchkey.token.exchange.TokenRequest.Wish.ByRefresh;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Gives a client tokens for what it has. Nothing is said about that to who is not the client. */
@ApplicationScoped
class Exchanging {

  private final ClientAuthentication clients;
  private final Redeeming redeeming;
  private final Refreshing refreshing;

  Exchanging(ClientAuthentication clients, Redeeming redeeming, Refreshing refreshing) {
    this.clients = clients;
    this.redeeming = redeeming;
    this.refreshing = refreshing;
  }

  @WithTransaction
  Uni<TokenOutcome> exchange(TokenRequest request) {
    return clients
        .authenticate(request.client())
        .chain(found ->
            found
                .map(client -> exchange(client, request))
                .orElseGet(() -> Uni.createFrom().item(new WrongClient())));
  }

  private Uni<TokenOutcome> exchange(Client client, TokenRequest request) {
    return switch (request.wish()) {
      case ByCode code -> redeeming.redeem(client, code, request.arrivedAt());
      case ByRefresh refresh -> refreshing.refresh(client, refresh, request.arrivedAt());
    };
  }
}
