package dev.latchkey.auth.cascade;

import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.Caller;
import dev.latchkey.kit.identity.RandomIds;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;

/** Ends every session but the caller's own, and every sign-in of the command line. */
@ApplicationScoped
public class SessionsEnding {

  private final Cascade cascade;
  private final RandomIds ids;
  private final Clock clock;

  SessionsEnding(Cascade cascade, RandomIds ids, Clock clock) {
    this.cascade = cascade;
    this.ids = ids;
    this.clock = clock;
  }

  /** What ended; nothing when another cut came first and the caller itself is over. */
  public Uni<Optional<Receipt>> endOthers(Caller caller) {
    return cascade.run(
        Causes.byCaller(Change.SESSIONS_ENDED, new EventId(ids.next()), caller, clock.instant()));
  }
}
