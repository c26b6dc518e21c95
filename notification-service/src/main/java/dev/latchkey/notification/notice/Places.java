package dev.latchkey.notification.notice;

import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.EventId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;

/** Where an account was used from before, by its security log. */
@ApplicationScoped
class Places {

  // Only what needs the whole sign-in makes a place known: a refused one is an attacker's, too.
  private static final String KNOWN =
      """
      select exists (
        select from security_event
        where account = :account and ip = :ip and client = :client and id <> :id and at > :since
          and type in ('signed_in', 'account_registered'))
      """;

  /** True when somebody signed in, or signed up, with that client at that address lately. */
  Uni<Boolean> known(EventId id, Event fact, Origin origin, Duration life) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(KNOWN, Boolean.class)
                .setParameter("account", fact.account().value())
                .setParameter("ip", origin.ip())
                .setParameter("client", origin.client())
                .setParameter("id", id.value())
                .setParameter("since", fact.at().minus(life))
                .getSingleResult());
  }
}
