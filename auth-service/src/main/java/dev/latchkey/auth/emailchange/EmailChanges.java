package dev.latchkey.auth.emailchange;

import dev.latchkey.auth.account.Account;
import dev.latchkey.auth.account.EmailAddress;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shelf of changes that wait for their link: one an account, the newest. */
@ApplicationScoped
class EmailChanges implements PanacheRepositoryBase<EmailChange, UUID> {

  private static final String PURPOSE = "email-change";

  private static final String KEEP =
      """
      insert into email_change (account_id, email, token_hash, epoch, created_at, expires_at)
      values (:account, :email, :hash, :epoch, :now, :end)
      on conflict (account_id) do update set email = excluded.email,
        token_hash = excluded.token_hash, epoch = excluded.epoch,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      """;

  private final LookupHash lookup;
  private final Clock clock;

  EmailChanges(LookupHash lookup, Clock clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Keeps a new link; one that was sent before is dead from the commit on. */
  Uni<Void> keep(Account account, EmailAddress wanted, OpaqueToken token, Duration life) {
    var now = clock.instant();
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(KEEP)
                .setParameter("account", account.id().value())
                .setParameter("email", wanted.value())
                .setParameter("hash", lookup.of(PURPOSE, token.text()))
                .setParameter("epoch", account.epoch())
                .setParameter("now", now)
                .setParameter("end", now.plus(life))
                .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Optional<EmailChange>> byToken(OpaqueToken token) {
    return find("tokenHash in ?1 and expiresAt > ?2", hashes(token), clock.instant())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Uses the link up. True for the first who does. */
  Uni<Boolean> spend(OpaqueToken token) {
    return delete("tokenHash in ?1 and expiresAt > ?2", hashes(token), clock.instant())
        .map(rows -> rows == 1);
  }

  private List<byte[]> hashes(OpaqueToken token) {
    return lookup.all(PURPOSE, token.text());
  }
}
