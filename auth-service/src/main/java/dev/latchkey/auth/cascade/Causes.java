package dev.latchkey.auth.cascade;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.identity.CredentialKind;
import dev.latchkey.kit.identity.Caller;
import java.time.Instant;

/** Causes that a signed-in person gives in auth-service itself. */
public final class Causes {

  private Causes() {}

  /** The caller made that change; its session, if it has one, is the one to keep. */
  public static Cause byCaller(Change change, EventId id, Caller caller, Instant now) {
    var kept = caller.kind() == CredentialKind.SESSION ? caller.session() : null;
    return new Cause(
        id,
        change,
        caller.account(),
        kept,
        caller.epoch(),
        now,
        caller.qualified(),
        caller.origin());
  }
}
