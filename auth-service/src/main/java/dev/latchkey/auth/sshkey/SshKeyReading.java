package dev.latchkey.auth.sshkey;

import dev.latchkey.auth.sshkey.AuthorizedKeyResource.AuthorizedKey;
import dev.latchkey.contracts.id.AccountId;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;

/** Shows an account's keys. */
@ApplicationScoped
class SshKeyReading {

  private final SshKeys keys;

  SshKeyReading(SshKeys keys) {
    this.keys = keys;
  }

  /** All of them, oldest first. */
  @WithSession
  Uni<List<SshKeyView>> all(AccountId account) {
    return keys.of(account)
        .chain(found ->
            keys.emailOf(account)
                .map(email -> found.stream().map(key -> SshKeyView.of(key, email)).toList()));
  }

  /** One of them. */
  @WithSession
  Uni<Optional<SshKeyView>> one(AccountId account, SshKeyName name) {
    return keys.find(account, name)
        .chain(found ->
            keys.emailOf(account).map(email -> found.map(key -> SshKeyView.of(key, email))));
  }

  /** Whose key that is. */
  @WithSession
  Uni<Optional<AuthorizedKey>> holder(String sha256) {
    return keys.withFingerprint(sha256)
        .map(found ->
            found.map(key -> new AuthorizedKey(new AccountId(key.account), key.publicKey)));
  }
}
