package dev.latchkey.token.client;

import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.ClientId;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** The shelf of clients. Removed ones stay on it, but are not found. */
@ApplicationScoped
public class Clients implements PanacheRepositoryBase<Client, UUID> {

  // Shared: exchanges do not wait for each other, and a change of the client waits for them all.
  private static final String HOLD =
      """
      select id from oauth_client
      where id = :id and removed_at is null and secret_hash is not distinct from cast(:hash as bytea)
      for share
      """;

  /** Of an account, newest first. */
  Uni<List<Client>> of(AccountId account) {
    return list("account = ?1 and removedAt is null order by createdAt desc, id", account.value());
  }

  Uni<Long> countOf(AccountId account) {
    return count("account = ?1 and removedAt is null", account.value());
  }

  /** Anybody's. */
  public Uni<Optional<Client>> live(ClientId id) {
    return find("id = ?1 and removedAt is null", id.value())
        .firstResult()
        .map(Optional::ofNullable);
  }

  /** Anybody's, removed ones as well: by their ids. */
  public Uni<Map<UUID, Client>> named(List<UUID> ids) {
    return list("id in ?1", ids)
        .map(found ->
            found.stream().collect(Collectors.toMap(client -> client.id, client -> client)));
  }

  /** This account's. */
  Uni<Optional<Client>> live(AccountId account, ClientId id) {
    return live(id).map(found -> found.filter(client -> client.account().equals(account)));
  }

  Uni<Optional<Client>> withSecret(List<byte[]> hashes) {
    return find("secretHash in ?1 and removedAt is null", hashes)
        .firstResult()
        .map(Optional::ofNullable);
  }

  /**
   * Keeps a client as it is until the transaction ends. Take the account's lock first, always: who
   * changes a client does so, too.
   *
   * @return false when it was removed, or has another secret, since it was read
   */
  public Uni<Boolean> hold(Client known) {
    return getSession()
        .chain(session ->
            session
                .createNativeQuery(HOLD, UUID.class)
                .setParameter("id", known.id)
                .setParameter("hash", known.secretHash)
                .getResultList())
        .map(rows -> rows.size() == 1);
  }

  /** All of an account that is closed. */
  public Uni<Integer> removeAllOf(AccountId account, Instant now) {
    return update("removedAt = ?1 where account = ?2 and removedAt is null", now, account.value());
  }
}
