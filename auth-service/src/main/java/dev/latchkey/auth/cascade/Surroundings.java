package dev.latchkey.auth.cascade;

import dev.latchkey.auth.authorization.Authorizations;
import dev.latchkey.auth.session.LiveSessions;
import dev.latchkey.contracts.id.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;

/**
 * Looks who has access, for the receipt. The look must not hold the cut up: what can't be seen in
 * time is missing from the receipt, and is ended all the same.
 */
@ApplicationScoped
class Surroundings {

  private static final Duration PATIENCE = Duration.ofMillis(250);

  private final LiveSessions sessions;
  private final Authorizations authorizations;

  Surroundings(LiveSessions sessions, Authorizations authorizations) {
    this.sessions = sessions;
    this.authorizations = authorizations;
  }

  Uni<Reach> of(AccountId account) {
    return orNone(sessions.of(account))
        .chain(live -> orNone(authorizations.of(account)).map(tokens -> new Reach(live, tokens)));
  }

  private static <T> Uni<List<T>> orNone(Uni<List<T>> look) {
    return look.ifNoItem().after(PATIENCE).fail().onFailure().recoverWithItem(List.of());
  }
}
