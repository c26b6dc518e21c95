package dev.latchkey.token.expiry;

import dev.latchkey.token.authorization.Authorization;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;

/**
 * The authorizations that time has caught up with. Several replicas look at once: what one of them
 * has taken the others skip, so each is taken by one.
 */
@ApplicationScoped
class Expiries {

  private static final String END =
      """
      update authorizations set ended_at = :now, updated_at = :now
      where id in (
        select id from authorizations
        where ended_at is null and expires_at <= :now
        order by expires_at limit :most for update skip locked)
      returning %s
      """
          .formatted(Authorization.COLUMNS);

  private static final String WARN =
      """
      update authorizations set warn_at = null
      where id in (
        select id from authorizations
        where ended_at is null and warn_at <= :now and expires_at > :now
        order by warn_at limit :most for update skip locked)
      returning %s
      """
          .formatted(Authorization.COLUMNS);

  /** Ends those whose time is over, and answers them. */
  Uni<List<Authorization>> end(Instant now, int most) {
    return take(END, now, most);
  }

  /** Takes those whose owners are to be told, and answers them. */
  Uni<List<Authorization>> warn(Instant now, int most) {
    return take(WARN, now, most);
  }

  private static Uni<List<Authorization>> take(String statement, Instant now, int most) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(statement, Authorization.class)
                .setParameter("now", now)
                .setParameter("most", most)
                .getResultList());
  }
}
