package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.buffer.Buffer;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a presented token up. It is on the way of every request that comes with one, and a session
 * of Hibernate would cost as much as all the rest of it: so one prepared statement, by itself.
 */
@Singleton
public class LiveTokens {

  private static final String FIND =
      """
      select id, token_id, account, sign_in, scope, epoch, factor_at, any_factor_at,
        parent_kind, parent_id, expires_at, last_used_at
      from authorizations
      where token_hash = $1 and ended_at is null and (expires_at is null or expires_at > $2)
        and (token_expires_at is null or token_expires_at > $2)
      """;

  private final Pool pool;
  private final TokenHash hash;
  private final Clock clock;

  LiveTokens(Pool pool, TokenHash hash, Clock clock) {
    this.pool = pool;
    this.hash = hash;
    this.clock = clock;
  }

  /** What it stands for, while it is live. */
  public Uni<Optional<LiveToken>> of(OpaqueToken token) {
    return first(hash.all(token));
  }

  /**
   * While the key of the hashes changes there are two that it may lie under: the newer one first.
   */
  private Uni<Optional<LiveToken>> first(List<byte[]> hashes) {
    return under(hashes.getFirst())
        .chain(found ->
            found.isPresent() || hashes.size() == 1
                ? Uni.createFrom().item(found)
                : first(hashes.subList(1, hashes.size())));
  }

  private Uni<Optional<LiveToken>> under(byte[] hash) {
    var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    return pool.preparedQuery(FIND)
        .execute(Tuple.tuple().addBuffer(Buffer.buffer(hash)).addOffsetDateTime(now))
        .map(LiveTokens::only);
  }

  private static Optional<LiveToken> only(RowSet<Row> rows) {
    var found = rows.iterator();
    return found.hasNext() ? Optional.of(token(found.next())) : Optional.empty();
  }

  private static LiveToken token(Row row) {
    return new LiveToken(
        new AuthorizationId(row.getUUID("id")),
        row.getUUID("token_id"),
        new AccountId(row.getUUID("account")),
        Authorization.kind(row.getBoolean("sign_in")),
        Scope.split(row.getString("scope")),
        row.getInteger("epoch"),
        instant(row, "factor_at"),
        instant(row, "any_factor_at"),
        Authorization.parent(row.getString("parent_kind"), row.getUUID("parent_id")),
        instant(row, "expires_at"),
        instant(row, "last_used_at"));
  }

  private static @Nullable Instant instant(Row row, String column) {
    var time = row.getOffsetDateTime(column);
    return time == null ? null : time.toInstant();
  }
}
