package dev.latchkey.mfa.enrolment;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.SessionId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.mfa.Patience;
import dev.latchkey.mfa.totp.SecretSeal;
import dev.latchkey.mfa.totp.TotpSecret;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The pending enrolments; at most one an account. */
@ApplicationScoped
public class Enrolments implements PanacheRepositoryBase<Enrolment, UUID> {

  private static final String BEGIN =
      """
      insert into enrolment (account, id, session, epoch, sealed_secret, expires_at)
      values (:account, :id, :session, :epoch, :sealed, :expires)
      on conflict (account) do update set id = excluded.id, session = excluded.session,
        epoch = excluded.epoch, sealed_secret = excluded.sealed_secret,
        expires_at = excluded.expires_at
      """;

  private final SecretSeal seal;
  private final RandomIds ids;
  private final Clock clock;
  private final Patience patience;

  Enrolments(SecretSeal seal, RandomIds ids, Clock clock, Patience patience) {
    this.seal = seal;
    this.ids = ids;
    this.clock = clock;
    this.patience = patience;
  }

  /** Begins an enrolment; one that was pending is gone. */
  @WithTransaction
  Uni<Void> begin(BeginEnrolment command, TotpSecret secret) {
    var id = ids.next();
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(BEGIN)
                .setParameter("account", command.account().value())
                .setParameter("id", id)
                .setParameter("session", command.session().value())
                .setParameter("epoch", command.epoch())
                .setParameter("sealed", seal.seal(Enrolment.TABLE, id, secret))
                .setParameter("expires", clock.instant().plus(Enrolment.LIFETIME))
                .executeUpdate())
        .replaceWithVoid();
  }

  /** The enrolment that this session began under this epoch, unless its time is over. */
  Uni<@Nullable Pending> pending(AccountId account, SessionId session, int epoch) {
    return patience
        .with(Panache.withSession(() -> begunBy(account, session, epoch)))
        .map(found -> found == null ? null : new Pending(found.id, secret(found)));
  }

  /** True while somebody may still confirm. */
  public Uni<Boolean> isPending(AccountId account) {
    return patience.with(
        Panache.withSession(() ->
            count("account = ?1 and expiresAt > ?2", account.value(), clock.instant())
                .map(rows -> rows > 0)));
  }

  /** Ends an enrolment; true for exactly one of those who try at once. */
  Uni<Boolean> end(UUID id) {
    return delete("id = ?1", id).map(rows -> rows == 1);
  }

  /** Erases an account's enrolment. */
  public Uni<Boolean> erase(AccountId account) {
    return deleteById(account.value());
  }

  private Uni<@Nullable Enrolment> begunBy(AccountId account, SessionId session, int epoch) {
    return find(
            "account = ?1 and session = ?2 and epoch = ?3 and expiresAt > ?4",
            account.value(),
            session.value(),
            epoch,
            clock.instant())
        .firstResult();
  }

  private TotpSecret secret(Enrolment enrolment) {
    return seal.open(Enrolment.TABLE, enrolment.id, enrolment.sealedSecret);
  }

  /** An enrolment that waits for its first code. */
  record Pending(UUID id, TotpSecret secret) {}
}
