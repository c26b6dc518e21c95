package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The shelf of authorizations. Ended ones stay on it, but are not found. */
@ApplicationScoped
public class Authorizations implements PanacheRepositoryBase<Authorization, UUID> {

  private static final int MOST_LISTED = 1000;

  private static final String LIVE =
      "account = ?1 and endedAt is null and (expiresAt is null or expiresAt > ?2)";

  // The epoch is compared by the statement that inserts, so that no cut can come between.
  private static final String ADD =
      """
      insert into authorizations (id, account, sign_in, description, scope, token_id, token_hash,
        token_hint, epoch, factor_at, any_factor_at, parent_kind, parent_id, created_at, updated_at, expires_at)
      select :id, known.account, :signIn, :description, :scope, :tokenId, :tokenHash,
        :tokenHint, known.epoch, cast(:factorAt as timestamptz), cast(:anyFactorAt as timestamptz),
        cast(:parentKind as text),
        cast(:parentId as uuid), :createdAt, :updatedAt, cast(:expiresAt as timestamptz)
      from account_epoch known
      where known.account = :account and known.epoch = :epoch
      """;

  // A standing token takes what it minted with it. A sign-in does not: what a person makes on the
  // command line must outlive logout and the cascade.
  private static final String END =
      """
      with recursive ending as (
        select id, sign_in from authorizations
        where account = :account and ended_at is null and (%s)
        union
        select child.id, child.sign_in from authorizations child
        join ending parent on child.parent_id = parent.id and not parent.sign_in
        where child.account = :account and child.ended_at is null)
      update authorizations set ended_at = :now, updated_at = :now
      where ended_at is null and id in (select id from ending)
      returning id
      """;

  private final Clock clock;

  Authorizations(Clock clock) {
    this.clock = clock;
  }

  /** Stores a new one. False when its epoch is not the account's current one. */
  public Uni<Boolean> addIfEpochIsCurrent(Authorization made) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter("id", made.id)
                .setParameter("account", made.account)
                .setParameter("signIn", made.signIn)
                .setParameter("description", made.description)
                .setParameter("scope", made.scope)
                .setParameter("tokenId", made.tokenId)
                .setParameter("tokenHash", made.tokenHash)
                .setParameter("tokenHint", made.tokenHint)
                .setParameter("epoch", made.epoch)
                .setParameter("factorAt", made.factorAt)
                .setParameter("anyFactorAt", made.anyFactorAt)
                .setParameter("parentKind", made.parentKind)
                .setParameter("parentId", made.parentId)
                .setParameter("createdAt", made.createdAt)
                .setParameter("updatedAt", made.updatedAt)
                .setParameter("expiresAt", made.expiresAt)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The live ones of an account, newest first. */
  Uni<List<Authorization>> live(AccountId account) {
    return find(LIVE + " order by createdAt desc, id", account.value(), clock.instant())
        .page(Page.ofSize(MOST_LISTED))
        .list();
  }

  /** A live one, if it is this account's. */
  public Uni<Optional<Authorization>> live(AccountId account, AuthorizationId id) {
    return find(LIVE + " and id = ?3", account.value(), clock.instant(), id.value())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** What can be seen, newest first. */
  Uni<List<Authorization>> visible(Sight sight) {
    var only = sight.only();
    return only == null
        ? live(sight.account())
        : live(sight.account(), only).map(own -> own.map(List::of).orElse(List.of()));
  }

  /** A live one, if it can be seen. */
  Uni<Optional<Authorization>> visible(Sight sight, AuthorizationId id) {
    return sight.includes(id) ? live(sight.account(), id) : Uni.createFrom().item(Optional.empty());
  }

  /** The one whose token has this hash, dead or alive. */
  Uni<Optional<Authorization>> withToken(byte[] tokenHash) {
    return find("tokenHash", (Object) tokenHash).firstResult().map(Optional::ofNullable);
  }

  /** Ends those and all that they made; answers which. */
  public Uni<List<AuthorizationId>> end(AccountId account, Which which, Instant now) {
    return getSession()
        .chain(session -> {
          var query =
              session
                  .createNativeQuery(END.formatted(which.condition()), UUID.class)
                  .setParameter("account", account.value())
                  .setParameter("now", now);
          which.parameters().forEach(query::setParameter);
          return query.getResultList();
        })
        .map(ended -> ended.stream().map(AuthorizationId::new).toList());
  }
}
