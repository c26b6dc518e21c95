package dev.latchkey.token.minting;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorizations;
import dev.latchkey.token.authorization.NewToken;
import dev.latchkey.token.minting.Drafting.Draft;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;

/** Makes the sign-in of a command line that auth-service vouches for. */
@ApplicationScoped
class SignInMinting {

  private final Authorizations authorizations;
  private final AccountEpochs epochs;
  private final Drafting drafting;
  private final Outbox outbox;
  private final OriginSeal origins;

  SignInMinting(
      Authorizations authorizations,
      AccountEpochs epochs,
      Drafting drafting,
      Outbox outbox,
      OriginSeal origins) {
    this.authorizations = authorizations;
    this.epochs = epochs;
    this.drafting = drafting;
    this.outbox = outbox;
    this.origins = origins;
  }

  /** The token; nothing when the epoch is not the account's any more, or the id was used. */
  @WithTransaction
  Uni<Optional<NewToken>> mint(MintSignIn wish) {
    var draft = drafting.draft(wish.command()).under(wish.id());
    return epochs
        .hold(wish.account(), wish.epoch())
        .chain(() -> authorizations.addIfNothingPassed(draft.settled()))
        .chain(added -> added ? tell(draft, wish) : Uni.createFrom().item(Optional.empty()));
  }

  private Uni<Optional<NewToken>> tell(Draft draft, MintSignIn wish) {
    var made = draft.authorization();
    var origin = origins.seal(made.account(), wish.origin());
    return outbox
        .append(new AuthorizationCreated(made.account(), made.createdAt(), made.id(), true, origin))
        .map(event -> Optional.of(draft.token()));
  }
}
