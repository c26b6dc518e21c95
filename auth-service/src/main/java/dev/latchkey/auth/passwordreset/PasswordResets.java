package dev.latchkey.auth.passwordreset;

import dev.latchkey.auth.account.Account;
import dev.latchkey.kit.identity.OpaqueToken;
import dev.latchkey.kit.sealing.LookupHash;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The shelf of links that were sent: one an account, the newest. */
@ApplicationScoped
class PasswordResets implements PanacheRepositoryBase<PasswordReset, UUID> {

  private static final String PURPOSE = "password-reset";

  private static final String KEEP =
      """
      insert into password_reset (account_id, email, token_hash, epoch, created_at, expires_at)
      values (:account, :email, :hash, :epoch, :now, :end)
      on conflict (account_id) do update set email = excluded.email,
        token_hash = excluded.token_hash, epoch = excluded.epoch,
        created_at = excluded.created_at, expires_at = excluded.expires_at
      """;

  // One statement settles who was first, and looks at the account once more.
  private static final String SPEND =
      """
      delete from password_reset r using account a
      where r.token_hash in (
          select decode(hash, 'hex') from unnest(string_to_array(:hashes, ',')) hash)
        and r.expires_at > :now
        and a.id = r.account_id and a.epoch = r.epoch and a.email = r.email
      """;

  private final LookupHash lookup;
  private final Clock clock;

  PasswordResets(LookupHash lookup, Clock clock) {
    this.lookup = lookup;
    this.clock = clock;
  }

  /** Keeps a new link; one that was sent before is dead from the commit on. */
  Uni<Void> keep(Account account, OpaqueToken token, Duration life) {
    var now = clock.instant();
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(KEEP)
                .setParameter("account", account.id().value())
                .setParameter("email", account.email().value())
                .setParameter("hash", lookup.of(PURPOSE, token.text()))
                .setParameter("epoch", account.epoch())
                .setParameter("now", now)
                .setParameter("end", now.plus(life))
                .executeUpdate())
        .replaceWithVoid();
  }

  Uni<Optional<PasswordReset>> byToken(OpaqueToken token) {
    return find(
            "tokenHash in ?1 and expiresAt > ?2",
            lookup.all(PURPOSE, token.text()),
            clock.instant())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Uses the link up. True for the first who does, while the account is what it was. */
  Uni<Boolean> spend(OpaqueToken token) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(SPEND)
                .setParameter("hashes", hashes(token))
                .setParameter("now", clock.instant())
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** As one parameter of a statement. */
  private String hashes(OpaqueToken token) {
    return lookup.all(PURPOSE, token.text()).stream()
        .map(HexFormat.of()::formatHex)
        .collect(Collectors.joining(","));
  }
}
