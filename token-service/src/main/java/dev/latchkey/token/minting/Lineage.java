package dev.latchkey.token.minting;

import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.token.authorization.Authorization;
import dev.latchkey.token.authorization.Authorization.Parent;
import dev.latchkey.token.authorization.Authorizations;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Of whom an authorization is the child: with whom it ends. What stands outlives a sign-in that it
 * was made with, because a person's work must outlive logout; but a sign-in that was itself made
 * from a token only passes on what that token has lent it. So what stands is the child of that
 * token: else whoever stole it would go round its revocation by a sign-in in between.
 */
@ApplicationScoped
class Lineage {

  private final Authorizations authorizations;

  Lineage(Authorizations authorizations) {
    this.authorizations = authorizations;
  }

  /** The parent of what this maker makes; within the transaction that holds the account. */
  Uni<Parent> of(Authorization maker, Authorization made) {
    return made.signIn ? Uni.createFrom().item(itself(maker)) : lender(maker);
  }

  private Uni<Parent> lender(Authorization one) {
    var up = one.parent();
    if (!one.signIn || up.isEmpty()) {
      return Uni.createFrom().item(itself(one));
    }
    return isAuthorization(up.get())
        ? authorizations
            .any(one.account(), new AuthorizationId(up.get().id()))
            .chain(next -> next.map(this::lender).orElseGet(() -> Uni.createFrom().item(up.get())))
        : Uni.createFrom().item(up.get());
  }

  private static boolean isAuthorization(Parent parent) {
    return parent.kind().equals(CredentialKind.AUTHORIZATION.text())
        || parent.kind().equals(CredentialKind.LOGIN_AUTHORIZATION.text());
  }

  private static Parent itself(Authorization one) {
    return new Parent(one.kind().text(), one.id);
  }
}
