package dev.latchkey.token.eviction;

import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import dev.latchkey.kit.sealing.OriginSeal;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Ending;
import dev.latchkey.token.authorization.Which;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.RowSet;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * Ends what removed clients were given: account by account, each in a transaction of its own and
 * under its own lock, as every end of an authorization is. A client may be let into very many.
 */
@ApplicationScoped
public class ClientEviction {

  private static final String LET_IN =
      """
      select distinct account from authorizations
      where client = $1 and client is not null and ended_at is null limit 100
      """;

  private static final String LEFT_OVER =
      """
      select distinct client from authorizations
      where client is not null and ended_at is null
        and client in (select id from oauth_client where removed_at is not null)
      """;

  private final Pool pool;
  private final OneAccount oneAccount;

  ClientEviction(Pool pool, OneAccount oneAccount) {
    this.pool = pool;
    this.oneAccount = oneAccount;
  }

  /** Ends all that this removed client has. */
  public Uni<Void> evict(ClientId client) {
    return pool.preparedQuery(LET_IN)
        .execute(Tuple.of(client.value()))
        .map(rows -> ids(rows, "account"))
        .chain(
            accounts -> accounts.isEmpty() ? Uni.createFrom().voidItem() : some(client, accounts));
  }

  /** Ends what a process that died in the middle, or a closed account, has left over. */
  Uni<Void> evictAll() {
    return pool.query(LEFT_OVER)
        .execute()
        .map(rows -> ids(rows, "client"))
        .onItem()
        .transformToMulti(clients -> Multi.createFrom().iterable(clients))
        .onItem()
        .transformToUniAndConcatenate(client -> evict(new ClientId(client)))
        .onItem()
        .ignoreAsUni();
  }

  private Uni<Void> some(ClientId client, List<UUID> accounts) {
    return Multi.createFrom()
        .iterable(accounts)
        .onItem()
        .transformToUniAndConcatenate(account -> oneAccount.evict(new AccountId(account), client))
        .onItem()
        .ignoreAsUni()
        .chain(() -> evict(client));
  }

  private static List<UUID> ids(RowSet<Row> rows, String column) {
    return StreamSupport.stream(rows.spliterator(), false).map(row -> row.getUUID(column)).toList();
  }

  /** What one account gave. Whoever removed the client is a stranger there: no origin. */
  @ApplicationScoped
  static class OneAccount {

    private final AccountEpochs epochs;
    private final Ending ending;
    private final OriginSeal origins;

    OneAccount(AccountEpochs epochs, Ending ending, OriginSeal origins) {
      this.epochs = epochs;
      this.ending = ending;
      this.origins = origins;
    }

    @WithTransaction
    Uni<Void> evict(AccountId account, ClientId client) {
      var origin = origins.seal(account, Origin.PLATFORM);
      return epochs
          .hold(account, 0)
          .chain(() -> ending.end(account, Which.ofClient(client), origin));
    }
  }
}
