package dev.latchkey.token.minting;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationCreated;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Authorizations;
import dev.latchkey.token.minting.Drafting.Draft;
import dev.latchkey.token.minting.MintingOutcome.ByApplication;
import dev.latchkey.token.minting.MintingOutcome.EpochPassed;
import dev.latchkey.token.minting.MintingOutcome.Minted;
import dev.latchkey.token.minting.MintingOutcome.Outranked;
import dev.latchkey.token.minting.MintingOutcome.ParentEnded;
import dev.latchkey.token.minting.MintingOutcome.TooMany;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Makes an authorization. A password, or a token in its place, makes a sign-in, which dies with the
 * account's epoch; any other credential makes a standing token, which survives the cascade.
 */
@ApplicationScoped
class Minting {

  private final Authorizations authorizations;
  private final AccountEpochs epochs;
  private final Lineage lineage;
  private final Drafting drafting;
  private final Outbox outbox;
  private final OriginSeal origins;

  Minting(
      Authorizations authorizations,
      AccountEpochs epochs,
      Lineage lineage,
      Drafting drafting,
      Outbox outbox,
      OriginSeal origins) {
    this.authorizations = authorizations;
    this.epochs = epochs;
    this.lineage = lineage;
    this.drafting = drafting;
    this.outbox = outbox;
    this.origins = origins;
  }

  /** Makes it, unless the caller may not or is no longer who it was at the edge. */
  @WithTransaction
  Uni<MintingOutcome> mint(MintAuthorization command) {
    return place(command, drafting.draft(command));
  }

  /** The same for what was drafted already, within the caller's transaction. */
  Uni<MintingOutcome> place(MintAuthorization command, Draft draft) {
    var maker = command.maker();
    if (!Reach.covers(maker.scopes(), command.scopes())) {
      return Uni.createFrom().item(new Outranked());
    }
    var made = draft.authorization();
    var created =
        new AuthorizationCreated(
            made.account(),
            made.createdAt(),
            made.id(),
            maker.signsIn(),
            origins.seal(made.account(), maker.origin()));
    // Held until the commit: a cascade or a revocation of the parent comes before or after, as a
    // whole, and one that comes after sees the child.
    return epochs
        .hold(made.account(), made.epoch())
        .chain(
            () -> made.signIn ? Uni.createFrom().item(false) : authorizations.full(maker.account()))
        .chain(full -> full ? tooMany() : placed(maker, draft, created));
  }

  private Uni<MintingOutcome> placed(Maker maker, Draft draft, AuthorizationCreated created) {
    return maker.isAuthorization() ? byParent(maker, draft, created) : add(draft, created);
  }

  /** Such a parent is ours: it must be live, with this very token, and its end binds the child. */
  private Uni<MintingOutcome> byParent(Maker maker, Draft draft, AuthorizationCreated created) {
    return authorizations
        .live(maker.account(), new AuthorizationId(maker.credential()), maker.token())
        .chain(parent -> parent.map(one -> under(one, draft, created)).orElseGet(Minting::ended));
  }

  private Uni<MintingOutcome> under(
      Authorization parent, Draft draft, AuthorizationCreated created) {
    if (parent.givenToClient()) {
      return Uni.createFrom().item(new ByApplication());
    }
    return lineage
        .of(parent, draft.authorization())
        .chain(from -> add(draft.under(parent).madeBy(from), created));
  }

  private Uni<MintingOutcome> add(Draft draft, AuthorizationCreated created) {
    return authorizations
        .addIfNothingPassed(draft.settled())
        .chain(added -> added ? tell(draft, created) : Uni.createFrom().item(new EpochPassed()));
  }

  private Uni<MintingOutcome> tell(Draft draft, AuthorizationCreated created) {
    return outbox.append(created).map(event -> new Minted(draft.authorization(), draft.token()));
  }

  private static Uni<MintingOutcome> tooMany() {
    return Uni.createFrom().item(new TooMany());
  }

  private static Uni<MintingOutcome> ended() {
    return Uni.createFrom().item(new ParentEnded());
  }
}
