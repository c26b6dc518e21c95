package dev.latchkey.notification.securitylog;

import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The shelf of security logs. */
@ApplicationScoped
class SecurityEvents implements PanacheRepositoryBase<SecurityEvent, UUID> {

  private static final String ORDER = " order by at desc, id desc";

  /** The newest lines, by the time they happened: events of two topics come in any order. */
  @WithSession
  Uni<List<SecurityEvent>> newest(AccountId account, int most) {
    return find("account = ?1" + ORDER, account.value()).page(Page.ofSize(most)).list();
  }

  /** The lines that are older than one of the account's; fails when that is no line of its log. */
  @WithSession
  Uni<List<SecurityEvent>> olderThan(AccountId account, UUID after, int most) {
    return find("account = ?1 and id = ?2", account.value(), after)
        .firstResult()
        .onItem()
        .ifNull()
        .failWith(LineRange::unknown)
        .chain(line -> olderThan(line, most));
  }

  /** Adds a line that no event asks for. */
  @WithTransaction
  Uni<Void> add(SecurityEvent line) {
    return persist(line).replaceWithVoid();
  }

  private Uni<List<SecurityEvent>> olderThan(SecurityEvent line, int most) {
    return find(
            "account = ?1 and (at < ?2 or (at = ?2 and id < ?3))" + ORDER,
            line.account,
            line.at,
            line.id)
        .page(Page.ofSize(most))
        .list();
  }
}
