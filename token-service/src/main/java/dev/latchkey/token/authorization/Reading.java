package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.paging.ListRange;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * Looks authorizations up, one query each and therefore without a transaction, which would cost two
 * more round trips.
 */
@ApplicationScoped
@WithSession
public class Reading {

  private final Authorizations authorizations;
  private final Clock clock;

  Reading(Authorizations authorizations, Clock clock) {
    this.authorizations = authorizations;
    this.clock = clock;
  }

  /** The live ones of an account, newest first. */
  public Uni<List<Authorization>> all(AccountId account) {
    return authorizations.live(account);
  }

  /** The one whose token has one of these hashes, while it is live. */
  public Uni<Optional<Authorization>> withToken(List<byte[]> hashes) {
    return authorizations
        .withToken(hashes)
        .map(found -> found.filter(one -> one.live(clock.instant())));
  }

  /** What can be seen in this part of the list, newest first, and one more if there is more. */
  Uni<List<Authorization>> visible(Sight sight, ListRange range) {
    return authorizations.visible(sight, range);
  }

  /** A live one, if it can be seen. */
  Uni<Optional<Authorization>> visible(Sight sight, AuthorizationId id) {
    return authorizations.visible(sight, id);
  }
}
