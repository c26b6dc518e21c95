package dev.latchkey.auth.sshkey;

import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The SSH keys of all accounts. */
@ApplicationScoped
public class SshKeys implements PanacheRepositoryBase<SshKey, UUID> {

  // "for share" holds the cascade up until this transaction is over, or waits for it and then sees
  // the new epoch: no key is added or removed by a credential that is dead at the commit.
  private static final String OWNER =
      "with owner as (select id from account where id = :account and epoch = :epoch for share) ";

  private static final String ADD =
      OWNER
          + """
          insert into ssh_key
            (id, account_id, public_key, comment, md5_fingerprint, sha256_fingerprint, created_at)
          select :id, id, :text, :comment, :md5, :sha256, :now from owner
          on conflict (sha256_fingerprint) do nothing
          """;

  private static final String REMOVE =
      OWNER
          + """
          delete from ssh_key where id = :id and account_id in (select id from owner)
          """;

  /** How many keys the account has. */
  public Uni<Long> count(AccountId account) {
    return count("account = ?1", account.value());
  }

  /** The account's keys, oldest first. */
  Uni<List<SshKey>> of(AccountId account) {
    return list("account = ?1 order by createdAt, id", account.value());
  }

  /** The account's key of that name. */
  Uni<Optional<SshKey>> find(AccountId account, SshKeyName name) {
    var found =
        switch (name) {
          case SshKeyName.ById by -> find("account = ?1 and id = ?2", account.value(), by.id());
          case SshKeyName.ByMd5 by ->
              find("account = ?1 and md5 = ?2", account.value(), by.fingerprint());
          case SshKeyName.BySha256 by ->
              find("account = ?1 and sha256 = ?2", account.value(), by.fingerprint());
        };
    return found.firstResult().map(Optional::ofNullable);
  }

  /** The key with that SHA-256 fingerprint, whosever it is. */
  Uni<Optional<SshKey>> withFingerprint(String sha256) {
    return find("sha256 = ?1", sha256).firstResult().map(Optional::ofNullable);
  }

  /** Adds the key, if the epoch is the account's and nobody has the key. True when it did. */
  Uni<Boolean> add(SshKey key, int epoch) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(ADD)
                .setParameter("account", key.account)
                .setParameter("epoch", epoch)
                .setParameter("id", key.id)
                .setParameter("text", key.publicKey)
                .setParameter("comment", key.comment)
                .setParameter("md5", key.md5)
                .setParameter("sha256", key.sha256)
                .setParameter("now", key.createdAt)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** Removes the key, if it is there and the epoch is its account's. True when it did. */
  Uni<Boolean> remove(SshKey key, int epoch) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(REMOVE)
                .setParameter("account", key.account)
                .setParameter("epoch", epoch)
                .setParameter("id", key.id)
                .executeUpdate())
        .map(rows -> rows == 1);
  }

  /** The account's address, which Heroku shows with each key; empty when the account is gone. */
  Uni<String> emailOf(AccountId account) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("select email from account where id = :id", String.class)
                .setParameter("id", account.value())
                .getSingleResultOrNull())
        .map(email -> email == null ? "" : email);
  }

  /** True when the account has that epoch now. */
  Uni<Boolean> isCurrent(AccountId account, int epoch) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery("select epoch from account where id = :id", Integer.class)
                .setParameter("id", account.value())
                .getSingleResultOrNull())
        .map(current -> current != null && current == epoch);
  }
}
