package dev.latchkey.auth.sshkey;

import dev.latchkey.contracts.event.AccountEvent.SshKeyAdded;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.kit.outbox.Outbox;
import dev.latchkey.kit.sealing.OriginSeal;
import io.quarkus.hibernate.reactive.panache.common.WithTransaction;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Adds a key to the caller's account. */
@ApplicationScoped
class SshKeyAddition {

  /** What came of it. */
  sealed interface Outcome {
    /** It is the account's now. */
    record Added(SshKeyView key) implements Outcome {}

    /** Somebody has it already, the caller or another; which of them is nobody's business. */
    record Taken() implements Outcome {}

    /** The caller's credential ended meanwhile. */
    record CredentialOver() implements Outcome {}
  }

  private final SshKeys keys;
  private final Outbox outbox;
  private final OriginSeal origins;
  private final RandomIds ids;
  private final Clock clock;

  SshKeyAddition(SshKeys keys, Outbox outbox, OriginSeal origins, RandomIds ids, Clock clock) {
    this.keys = keys;
    this.outbox = outbox;
    this.origins = origins;
    this.ids = ids;
    this.clock = clock;
  }

  /** Adds the key and says so, in one transaction. */
  @WithTransaction
  Uni<Outcome> add(Caller caller, SshPublicKey uploaded) {
    // Microseconds are what PostgreSQL keeps: the answer shows what a later one will.
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    var key = new SshKey(ids.next(), caller.account().value(), uploaded, now);
    return keys.add(key, caller.epoch())
        .chain(added -> added ? tell(caller, key) : explain(caller));
  }

  private Uni<Outcome> tell(Caller caller, SshKey key) {
    var account = caller.account();
    var origin = origins.seal(account, caller.origin());
    return outbox
        .append(new SshKeyAdded(account, key.createdAt, key.id, key.sha256, origin))
        .chain(event -> keys.emailOf(account))
        .map(email -> new Outcome.Added(SshKeyView.of(key, email)));
  }

  private Uni<Outcome> explain(Caller caller) {
    return keys.isCurrent(caller.account(), caller.epoch())
        .map(current -> current ? new Outcome.Taken() : new Outcome.CredentialOver());
  }
}
