package dev.latchkey.token.authorization;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.AuthorizationId;
import dev.latchkey.contracts.identity.Scope;
import dev.latchkey.kit.identity.OpaqueToken;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Looks a presented token up. It is on the way of every request that comes with one, and a session
 * of Hibernate would cost as much as all the rest of it: so one prepared statement.
 */
@Singleton
public class LiveTokens {

  private final TokenHash hash;
  private final LookUps lookUps;

  LiveTokens(TokenHash hash, LookUps lookUps) {
    this.hash = hash;
    this.lookUps = lookUps;
  }

  /** What it stands for, while it is live. */
  public Uni<Optional<LiveToken>> of(OpaqueToken token) {
    return first(hash.all(token));
  }

  /**
   * While the key of the hashes changes there are two that it may lie under: the newer one first.
   */
  private Uni<Optional<LiveToken>> first(List<byte[]> hashes) {
    return lookUps
        .under(hashes.getFirst())
        .map(found -> found.map(LiveTokens::token))
        .chain(found ->
            found.isPresent() || hashes.size() == 1
                ? Uni.createFrom().item(found)
                : first(hashes.subList(1, hashes.size())));
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
