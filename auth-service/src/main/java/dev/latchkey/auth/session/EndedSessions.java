package dev.latchkey.auth.session;

import io.quarkus.hibernate.reactive.panache.Panache;
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

  private static final String ADD =
      """
      insert into ended_session (id, account_id, forget_after) values (:id, :account, :forgetAfter)
      on conflict (id) do nothing
      """;

  /** True when the session is over, or no longer answers to the token that it was found by. */
  @WithSession
  Uni<Boolean> contain(StoredSession stored) {
    var ids = List.of(stored.session().id().value(), stored.tokenId());
    return count("id in ?1", ids).map(rows -> rows > 0);
  }

  /** Ending twice is ending once, also at the same moment. */
  Uni<Void> add(EndedSession ended) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter("id", ended.id)
                .setParameter("account", ended.accountId)
                .setParameter("forgetAfter", ended.forgetAfter)
                .executeUpdate())
        .replaceWithVoid();
  }
}
