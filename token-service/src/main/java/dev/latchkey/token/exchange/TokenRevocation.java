package dev.latchkey.token.exchange;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.ClientTokens;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.authorization.Which;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/**
 * An owner ends a client's access token. The authorization ends with it: the refresh token would
 * have the client back in a moment.
 */
@ApplicationScoped
class TokenRevocation {

  private final ClientTokens clientTokens;
  private final AccountEpochs epochs;
  private final Ending ending;
  private final OriginSeal origins;

  TokenRevocation(
      ClientTokens clientTokens, AccountEpochs epochs, Ending ending, OriginSeal origins) {
    this.clientTokens = clientTokens;
    this.epochs = epochs;
    this.ending = ending;
    this.origins = origins;
  }

  /** Ends it, and answers what it was; nothing when the account has no such token. */
  @WithTransaction
  Uni<Optional<Authorization>> revoke(AccountId account, int epoch, Origin origin, UUID token) {
    var sealed = origins.seal(account, origin);
    return epochs
        .hold(account, epoch)
        .chain(() -> clientTokens.ofToken(account, token))
        .call(found ->
            found
                .map(one -> ending.end(account, Which.only(one.id()), sealed))
                .orElseGet(() -> Uni.createFrom().voidItem()));
  }
}
