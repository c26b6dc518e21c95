package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.kit.paging.ListRange;
import dev.latchkey.kit.paging.ListRange.Bound;
import dev.latchkey.token.client.Clients;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The shelf of authorizations. Ended ones stay on it, but are not found. */
@ApplicationScoped
public class Authorizations implements PanacheRepositoryBase<Authorization, UUID> {

  private static final int MOST_LISTED = 1000;

  /**
   * As many as the receipt of a cascade can list. Sign-ins are not counted: they end by themselves.
   */
  private static final int MOST_STANDING = MOST_LISTED;

  private static final String NEWEST_FIRST = " order by createdAt desc, id";
  private static final String OLDEST_FIRST = " order by createdAt, id desc";

  static final String LIVE =
      "account = ?1 and endedAt is null and (expiresAt is null or expiresAt > ?2)";

  // Epoch and API key are compared by the statement that inserts, so that no cut can come between.
  private static final String ADD =
      """
      insert into authorizations (id, account, sign_in, description, scope, token_id, token_hash,
        token_hint, epoch, factor_at, any_factor_at, parent_kind, parent_id, created_at, updated_at, expires_at,
        warn_at, client)
      select :id, known.account, :signIn, :description, :scope, cast(:tokenId as uuid),
        cast(:tokenHash as bytea), cast(:tokenHint as text), known.epoch,
        cast(:factorAt as timestamptz), cast(:anyFactorAt as timestamptz),
        cast(:parentKind as text),
        cast(:parentId as uuid), :createdAt, :updatedAt, cast(:expiresAt as timestamptz),
        cast(:warnAt as timestamptz), cast(:client as uuid)
      from account_epoch known
      where known.account = :account and known.epoch = :epoch
        and not exists (select from replaced_api_key dead where dead.key = cast(:parentId as uuid))
      on conflict (id) do nothing
      """;

  // Compared by the statement that writes: the epoch, and that the token is still the one that was
  // looked at.
  private static final String RENEW =
      """
      update authorizations set token_id = :tokenId, token_hash = :tokenHash,
        token_hint = :tokenHint, updated_at = :now
      where id = :id and token_id = :oldTokenId and client is null and ended_at is null
        and (not sign_in or epoch = :epoch)
        and exists (
          select from account_epoch known
          where known.account = authorizations.account and known.epoch = :epoch)
      """;

  private static final String DESCRIBE =
      """
      update authorizations set description = :description, updated_at = :now
      where id = :id and ended_at is null
        and exists (
          select from account_epoch known
          where known.account = authorizations.account and known.epoch = :epoch)
      """;

  // A standing token takes what it minted with it. A sign-in takes other sign-ins only: what a
  // person makes on the command line must outlive logout and the cascade.
  private static final String END =
      """
      with recursive ending as (
        select id, sign_in from authorizations
        where account = :account and ended_at is null and (%s)
        union
        select child.id, child.sign_in from authorizations child
        join ending parent
          on child.parent_id = parent.id and (child.sign_in or not parent.sign_in)
        where child.account = :account and child.ended_at is null)
      update authorizations set ended_at = :now, updated_at = :now
      where ended_at is null and id in (select id from ending)
      returning id
      """;

  private final Clients clients;
  private final Clock clock;

  Authorizations(Clients clients, Clock clock) {
    this.clients = clients;
    this.clock = clock;
  }

  /**
   * Stores a new one. False when its epoch is not the account's current one, the API key that makes
   * it was replaced, or its id is used.
   */
  public Uni<Boolean> addIfNothingPassed(Authorization made) {
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
                .setParameter("warnAt", made.warnAt)
                .setParameter("client", made.clientId)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The live ones of an account, newest first. */
  Uni<List<Authorization>> live(AccountId account) {
    return find(LIVE + NEWEST_FIRST, account.value(), clock.instant())
        .page(Page.ofSize(MOST_LISTED))
        .list()
        .call(this::name);
  }

  /** A live one, if it is this account's. */
  public Uni<Optional<Authorization>> live(AccountId account, AuthorizationId id) {
    return find(LIVE + " and id = ?3", account.value(), clock.instant(), id.value())
        .firstResult()
        .map(Optional::ofNullable)
        .call(found -> name(found.stream().toList()));
  }

  /** One of this account, dead or alive. */
  public Uni<Optional<Authorization>> any(AccountId account, AuthorizationId id) {
    return find("account = ?1 and id = ?2", account.value(), id.value())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** True when the account has as many standing ones as it may have. */
  public Uni<Boolean> full(AccountId account) {
    return count(LIVE + " and signIn = false", account.value(), clock.instant())
        .map(standing -> standing >= MOST_STANDING);
  }

  /** A live one of this account, if this is its token now. */
  public Uni<Optional<Authorization>> live(
      AccountId account, AuthorizationId id, @Nullable UUID token) {
    return live(account, id)
        .map(found -> found.filter(one -> token != null && token.equals(one.tokenId)));
  }

  /**
   * Gives a live one another token; the old one is dead at the commit.
   *
   * @param epoch of who asks
   * @return false when the token or the account's epoch is another one by now
   */
  public Uni<Boolean> renew(Authorization one, NewToken token, int epoch, Instant now) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(RENEW)
                .setParameter("id", one.id)
                .setParameter("oldTokenId", one.tokenId)
                .setParameter("tokenId", token.id())
                .setParameter("tokenHash", token.hash())
                .setParameter("tokenHint", token.hint())
                .setParameter("epoch", epoch)
                .setParameter("now", now)
                .executeUpdate()
                .call(rows -> session.refresh(one)))
        .map(rows -> rows == 1);
  }

  /**
   * Describes a live one anew.
   *
   * @return false when the account's epoch is another one by now
   */
  public Uni<Boolean> describe(Authorization one, String description, int epoch, Instant now) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(DESCRIBE)
                .setParameter("id", one.id)
                .setParameter("description", description)
                .setParameter("epoch", epoch)
                .setParameter("now", now)
                .executeUpdate()
                .call(rows -> session.refresh(one)))
        .map(rows -> rows == 1);
  }

  /** What can be seen in this part of the list, newest first, and one more if there is more. */
  Uni<List<Authorization>> visible(Sight sight, ListRange range) {
    var only = sight.only();
    return only == null
        ? part(sight.account(), range)
        : live(sight.account(), only).map(own -> own.map(List::of).orElse(List.of()));
  }

  private Uni<List<Authorization>> part(AccountId account, ListRange range) {
    return bound(account, range.from())
        .chain(from -> bound(account, range.to()).chain(to -> part(account, range, from, to)));
  }

  private Uni<List<Authorization>> part(
      AccountId account,
      ListRange range,
      Optional<Authorization> from,
      Optional<Authorization> to) {
    var slice = new Slice(LIVE, account.value(), clock.instant());
    from.ifPresent(one -> slice.begin(one, included(range.from()), range.reversed()));
    to.ifPresent(one -> slice.end(one, included(range.to()), range.reversed()));
    return find(
            slice.condition() + (range.reversed() ? OLDEST_FIRST : NEWEST_FIRST),
            slice.parameters())
        .page(Page.ofSize(range.most() + 1))
        .list()
        .call(this::name);
  }

  private static boolean included(@Nullable Bound bound) {
    return bound != null && bound.included();
  }

  /** The place that a client has named. It may have ended since, and is a place all the same. */
  private Uni<Optional<Authorization>> bound(AccountId account, @Nullable Bound bound) {
    return bound == null
        ? Uni.createFrom().item(Optional.empty())
        : find("account = ?1 and id = ?2", account.value(), bound.id())
            .firstResult()
            .onItem()
            .ifNull()
            .failWith(ListRange::notSatisfiable)
            .map(Optional::of);
  }

  /** A live one, if it can be seen. */
  Uni<Optional<Authorization>> visible(Sight sight, AuthorizationId id) {
    return sight.includes(id) ? live(sight.account(), id) : Uni.createFrom().item(Optional.empty());
  }

  /** The one whose token has one of these hashes, dead or alive. */
  Uni<Optional<Authorization>> withToken(List<byte[]> hashes) {
    // A list is translated to SQL anew at each request; while no key rotates there is one hash.
    var found =
        hashes.size() == 1
            ? find("tokenHash = ?1", hashes.getFirst())
            : find("tokenHash in ?1", hashes);
    return found.firstResult().map(Optional::ofNullable);
  }

  /** Looks up the applications that some of them were given to. */
  private Uni<Void> name(List<Authorization> found) {
    var ids = found.stream().map(one -> one.clientId).filter(Objects::nonNull).toList();
    return ids.isEmpty()
        ? Uni.createFrom().voidItem()
        : clients
            .named(ids)
            .invoke(known -> found.forEach(one -> one.client = known.get(one.clientId)))
            .replaceWithVoid();
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
