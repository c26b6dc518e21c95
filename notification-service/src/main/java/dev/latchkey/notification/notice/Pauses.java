package dev.latchkey.notification.notice;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.notification.letter.Notice;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/** Notices that were sent a while ago and are not sent again so soon: mail is no weapon. */
@ApplicationScoped
class Pauses {

  private static final String BEGIN =
      """
      insert into notice_pause (account, kind, until) values (:account, :kind, :end)
      on conflict (account, kind) do update set until = excluded.until
        where notice_pause.until <= :now
      """;

  private final Clock clock;

  Pauses(Clock clock) {
    this.clock = clock;
  }

  /** Begins a pause; false while one goes on. */
  Uni<Boolean> begin(AccountId account, Notice notice, Duration length) {
    var now = clock.instant();
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(BEGIN)
                .setParameter("account", account.value())
                .setParameter("kind", notice.word())
                .setParameter("end", now.plus(length))
                .setParameter("now", now)
                .executeUpdate())
        .map(rows -> rows == 1);
  }
}
