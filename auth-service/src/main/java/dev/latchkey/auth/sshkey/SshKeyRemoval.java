package dev.latchkey.auth.sshkey;

import dev.latchkey.contracts.event.AccountEvent.SshKeyRemoved;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** Removes a key from the caller's account. */
@ApplicationScoped
class SshKeyRemoval {

  /** What came of it. */
  sealed interface Outcome {
    /** It is gone. */
    record Removed(SshKeyView key) implements Outcome {}

    /** The account has no such key. */
    record Unknown() implements Outcome {}

    /** The caller's credential ended meanwhile. */
    record CredentialOver() implements Outcome {}
  }

  private final SshKeys keys;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final Clock clock;

  SshKeyRemoval(SshKeys keys, Outbox outbox, OriginSeal origins, Clock clock) {
    this.keys = keys;
    this.outbox = outbox;
    this.origins = origins;
    this.clock = clock;
  }

  /** Removes the key and says so, in one transaction. */
  @WithTransaction
  Uni<Outcome> remove(Caller caller, SshKeyName name) {
    return keys.find(caller.account(), name)
        .chain(found ->
            found
                .map(key -> remove(caller, key))
                .orElseGet(() -> Uni.createFrom().item(new Outcome.Unknown())));
  }

  private Uni<Outcome> remove(Caller caller, SshKey key) {
    return keys.remove(key, caller.epoch())
        .chain(removed -> removed ? tell(caller, key) : explain(caller));
  }

  private Uni<Outcome> tell(Caller caller, SshKey key) {
    var account = caller.account();
    var origin = origins.seal(account, caller.origin());
    return outbox
        .append(new SshKeyRemoved(account, clock.instant(), key.id, key.sha256, origin))
        .chain(event -> keys.emailOf(account))
        .map(email -> new Outcome.Removed(SshKeyView.of(key, email)));
  }

  private Uni<Outcome> explain(Caller caller) {
    return keys.isCurrent(caller.account(), caller.epoch())
        .map(current -> current ? new Outcome.Unknown() : new Outcome.CredentialOver());
  }
}
