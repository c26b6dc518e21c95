package dev.latchkey.token.authorization;

import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** An owner ends one authorization. */
@ApplicationScoped
class Revocation {

  private final Authorizations authorizations;
  private final AccountEpochs epochs;
  private final Ending ending;
  private final OriginSeal origins;

  Revocation(
      Authorizations authorizations, AccountEpochs epochs, Ending ending, OriginSeal origins) {
    this.authorizations = authorizations;
    this.epochs = epochs;
    this.ending = ending;
    this.origins = origins;
  }

  /** Ends it, and answers what it was; nothing when the caller sees no such live authorization. */
  @WithTransaction
  Uni<Optional<Authorization>> revoke(RevokeAuthorization command) {
    var account = command.sight().account();
    var origin = origins.seal(account, command.origin());
    return epochs
        .hold(account, command.epoch())
        .chain(() -> authorizations.visible(command.sight(), command.id()))
        .call(found ->
            found.isEmpty()
                ? Uni.createFrom().voidItem()
                : ending.end(account, Which.only(command.id()), origin));
  }
}
