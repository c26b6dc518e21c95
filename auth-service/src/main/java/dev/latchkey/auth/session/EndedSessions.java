package dev.latchkey.auth.session;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * The shelf of sessions that were ended one by one, and of tokens that were renewed away; the epoch
 * takes care of all the others.
 */
@ApplicationScoped
class EndedSessions implements PanacheRepositoryBase<EndedSession, UUID> {

  /** True when the session is over, or no longer answers to the token that it was found by. */
  @WithSession
  Uni<Boolean> contain(StoredSession stored) {
    var ids = List.of(stored.session().id().value(), stored.tokenId());
    return count("id in ?1", ids).map(rows -> rows > 0);
  }

  /** Ending twice is ending once. */
  Uni<Void> add(EndedSession ended) {
    return count("id", ended.id)
        .chain(rows -> rows > 0 ? Uni.createFrom().voidItem() : persist(ended).replaceWithVoid());
  }
}
