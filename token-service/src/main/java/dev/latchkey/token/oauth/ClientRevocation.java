package dev.latchkey.token.oauth;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.identity.TokenKind;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.ClientTokens;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.authorization.Which;
import dev.latchkey.token.client.Client;
import dev.latchkey.token.client.ClientAuthentication;
import dev.latchkey.token.client.ClientAuthentication.ClientCredentials;
import dev.latchkey.token.grant.RefreshToken;
import dev.latchkey.token.grant.RefreshTokens;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A client gives back what it has: an access token alone, or with a refresh token the whole
 * authorization, which it is the only way to go on with.
 */
@ApplicationScoped
class ClientRevocation {

  private final ClientAuthentication clients;
  private final ClientTokens clientTokens;
  private final RefreshTokens refreshTokens;
  private final AccountEpochs epochs;
  private final Ending ending;
  private final OriginSeal origins;

  ClientRevocation(
      ClientAuthentication clients,
      ClientTokens clientTokens,
      RefreshTokens refreshTokens,
      AccountEpochs epochs,
      Ending ending,
      OriginSeal origins) {
    this.clients = clients;
    this.clientTokens = clientTokens;
    this.refreshTokens = refreshTokens;
    this.epochs = epochs;
    this.ending = ending;
    this.origins = origins;
  }

  /** Ends it if it is the client's; false only when the client is not who it says. */
  @WithTransaction
  Uni<Boolean> revoke(ClientCredentials shown, String token) {
    return clients
        .authenticate(shown)
        .chain(found ->
            found
                .map(client -> end(client, token).map(done -> true))
                .orElseGet(() -> Uni.createFrom().item(false)));
  }

  private Uni<Void> end(Client client, String text) {
    var token = OpaqueToken.parse(text);
    if (token.isEmpty()) {
      return Uni.createFrom().voidItem();
    }
    var kind = token.get().kind();
    if (kind == TokenKind.REFRESH) {
      return refreshTokens
          .of(token.get())
          .chain(found ->
              found
                  .filter(one -> one.client.equals(client.id))
                  .map(this::endFamily)
                  .orElseGet(() -> Uni.createFrom().voidItem()));
    }
    return kind == TokenKind.AUTHORIZATION
        ? clientTokens.forgetToken(token.get(), client.id())
        : Uni.createFrom().voidItem();
  }

  private Uni<Void> endFamily(RefreshToken one) {
    var account = new AccountId(one.account);
    var which = Which.only(new AuthorizationId(one.authorizationId));
    return epochs
        .hold(account, 0)
        .chain(() -> ending.end(account, which, origins.seal(account, Origin.PLATFORM)));
  }
}
