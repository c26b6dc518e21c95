package dev.latchkey.auth.identitykey;

import static java.time.ZoneOffset.UTC;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * The table of identity keys. Plain SQL on the pool: it is read on timers, where no request and so
 * no Hibernate session is.
 */
@ApplicationScoped
class IdentityKeys {

  /** Rung when the table changed; the payload is the new key's id. */
  static final String CHANNEL = "identity_key";

  private static final String LIVE =
      """
      select kid, public_jwk, private_key, published_at, signs_from, retires_at
      from identity_key where retires_at is null or retires_at > $1
      """;

  // Two replicas may start on an empty table at once: the index lets one row through.
  private static final String FIRST =
      """
      insert into identity_key (kid, public_jwk, private_key, published_at, signs_from)
      values ($1, $2, $3, $4, $5)
      on conflict do nothing
      """;

  // One statement, so one rotation wins: the other finds a newest key that doesn't sign yet.
  private static final String SUCCEED =
      """
      with old as (
        update identity_key set retires_at = $6
        where retires_at is null and signs_from <= $4
        returning kid
      ), new as (
        insert into identity_key (kid, public_jwk, private_key, published_at, signs_from)
        select $1, $2, $3, $4, $5 from old
        returning kid
      )
      select pg_notify('identity_key', kid) from new
      """;

  private static final String DESTROY = "delete from identity_key where retires_at <= $1";

  private final Pool pool;

  IdentityKeys(Pool pool) {
    this.pool = pool;
  }

  /** All keys that are not retired. */
  Uni<List<IdentityKey>> live(Instant now) {
    return run(LIVE, Tuple.of(at(now)))
        .map(rows -> StreamSupport.stream(rows.spliterator(), false).map(this::key).toList());
  }

  /** Adds the key if it is the first of all. */
  Uni<Void> addFirst(IdentityKey key) {
    return run(FIRST, columns(key)).replaceWithVoid();
  }

  /**
   * Makes the key the newest; the one before it retires at that time.
   *
   * @return false, and nothing is changed, when the newest key doesn't sign yet
   */
  Uni<Boolean> succeed(IdentityKey key, Instant oldRetiresAt) {
    return run(SUCCEED, columns(key).addOffsetDateTime(at(oldRetiresAt)))
        .map(rows -> rows.size() == 1);
  }

  /** Deletes keys that are retired: nobody needs them, and nobody shall find them. */
  Uni<Void> destroyRetired(Instant now) {
    return run(DESTROY, Tuple.of(at(now))).replaceWithVoid();
  }

  private Uni<RowSet<Row>> run(String sql, Tuple values) {
    return pool.preparedQuery(sql).execute(values);
  }

  private static Tuple columns(IdentityKey key) {
    var term = key.term();
    return Tuple.of(
        term.kid(), key.publicJwk(), key.sealed(), at(term.publishedAt()), at(term.signsFrom()));
  }

  private IdentityKey key(Row row) {
    var term =
        new KeyTerm(
            row.getString("kid"),
            row.getOffsetDateTime("published_at").toInstant(),
            row.getOffsetDateTime("signs_from").toInstant(),
            instant(row.getOffsetDateTime("retires_at")));
    return new IdentityKey(term, row.getString("public_jwk"), row.getString("private_key"));
  }

  private static OffsetDateTime at(Instant instant) {
    return instant.atOffset(UTC);
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
    return time == null ? null : time.toInstant();
  }
}
