package dev.latchkey.auth.session;

import dev.latchkey.contracts.id.SessionId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** The shelf of sessions that were ended one by one; the epoch takes care of all the others. */
@ApplicationScoped
class EndedSessions implements PanacheRepositoryBase<EndedSession, UUID> {

  @WithSession
  Uni<Boolean> contains(SessionId id) {
    return count("id", id.value()).map(rows -> rows > 0);
  }

  /** Ending twice is ending once. */
  Uni<Void> add(EndedSession ended) {
    return count("id", ended.id)
        .chain(rows -> rows > 0 ? Uni.createFrom().voidItem() : persist(ended).replaceWithVoid());
  }
}
