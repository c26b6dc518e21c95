package dev.latchkey.token.authorization;

import dev.latchkey.contracts.event.AuthorizationEvent.AuthorizationRevoked;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.kit.outbox.Outbox;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.temporal.ChronoUnit;

/** Ends authorizations and says so, within the caller's transaction. */
@ApplicationScoped
public class Ending {

  private final Authorizations authorizations;
  private final Outbox outbox;
  private final Clock clock;

  Ending(Authorizations authorizations, Outbox outbox, Clock clock) {
    this.authorizations = authorizations;
    this.outbox = outbox;
    this.clock = clock;
  }

  /**
   * Ends those that are live.
   *
   * @param origin where the wish came from, sealed
   */
  public Uni<Void> end(AccountId account, Which which, String origin) {
    var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
    return authorizations
        .end(account, which, now)
        .map(ended -> ended.stream().map(id -> new AuthorizationRevoked(account, now, id, origin)))
        .onItem()
        .transformToMulti(facts -> Multi.createFrom().items(facts))
        .onItem()
        .transformToUniAndConcatenate(outbox::append)
        .onItem()
        .ignoreAsUni();
  }
}
