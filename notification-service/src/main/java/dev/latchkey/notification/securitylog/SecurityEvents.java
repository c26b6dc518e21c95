package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The shelf of security logs. */
@ApplicationScoped
class SecurityEvents implements PanacheRepositoryBase<SecurityEvent, UUID> {

  /** The newest lines, by the time they happened: events of two topics come in any order. */
  @WithSession
  Uni<List<SecurityEvent>> newest(AccountId account, int most) {
    return find("account = ?1 order by at desc, id desc", account.value())
        .page(Page.ofSize(most))
        .list();
  }
}
