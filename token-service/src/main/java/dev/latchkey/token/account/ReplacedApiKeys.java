package dev.latchkey.token.account;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * API keys that were replaced not long ago. Regenerating one raises no epoch, so the statement that
 * inserts an authorization looks here: what passed the edge with the old key before it was replaced
 * is not made after this service has heard of it.
 */
@ApplicationScoped
public class ReplacedApiKeys {

  /** Far longer than an identity lives; afterwards no request can come with the old key. */
  private static final Duration REMEMBERED = Duration.ofDays(1);

  private static final String REMEMBER =
      """
      insert into replaced_api_key (key, heard_at) values (:key, :now) on conflict do nothing
      """;

  /** Remembers one; within the transaction that ends what it made. */
  public Uni<Void> remember(UUID key, Instant now) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(REMEMBER)
                .setParameter("key", key)
                .setParameter("now", now)
                .executeUpdate())
        .replaceWithVoid();
  }

  /** Forgets those that nobody can come with any more. */
  public Uni<Void> forget(Instant now) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("delete from replaced_api_key where heard_at < :before")
                .setParameter("before", now.minus(REMEMBERED))
                .executeUpdate())
        .replaceWithVoid();
  }
}
