package dev.latchkey.mfa.cascade;

import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.kit.identity.RandomIds;
import dev.latchkey.mfa.auth.AuthService;
import dev.latchkey.mfa.auth.CascadeRequest;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.WebApplicationException;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sees a change's cascade through, as far as it can be seen within the patience of one call. */
@ApplicationScoped
public class Cascades {

  private static final Logger LOG = Logger.getLogger(Cascades.class);

  private static final int CONFLICT = 409;

  private final AuthService auth;
  private final FactorChanges changes;
  private final RandomIds ids;

  Cascades(@RestClient AuthService auth, FactorChanges changes, RandomIds ids) {
    this.auth = auth;
    this.changes = changes;
    this.ids = ids;
  }

  /**
   * Makes a change and sees what follows from it through. auth-service is called at once, under the
   * id of the event that the change committed: the call is quick, the event is sure, and whichever
   * comes first takes effect.
   *
   * @param origin who makes it; the event has the same, sealed
   * @param change commits the change with its event, which it answers; nothing when there was
   *     nothing to change
   * @return nothing when nothing was changed
   */
  public Uni<@Nullable CascadeOutcome> follow(
      Origin origin, Function<EventId, Uni<? extends @Nullable MfaEvent>> change) {
    var id = new EventId(ids.next());
    return change
        .apply(id)
        .chain(fact -> fact == null ? Uni.createFrom().nullItem() : told(id, fact, origin));
  }

  private Uni<CascadeOutcome> told(EventId id, MfaEvent fact, Origin origin) {
    return auth.cascade(CascadeRequest.of(id, fact, origin))
        .map(receipt -> (CascadeOutcome) new CascadeOutcome.Done(receipt))
        .onFailure(Cascades::outdated)
        .recoverWithItem(new CascadeOutcome.Outdated())
        .onFailure()
        .invoke(failure -> LOG.warnf("cascade not confirmed eventId=%s cause=%s", id, failure))
        .onFailure()
        .recoverWithItem(new CascadeOutcome.Pending())
        .call(outcome -> settle(fact.account(), id, outcome));
  }

  private Uni<Void> settle(AccountId account, EventId id, CascadeOutcome outcome) {
    return switch (outcome) {
      case CascadeOutcome.Done _ -> tidied(account, id);
      case CascadeOutcome.Outdated _ -> changes.undo(account, id);
      case CascadeOutcome.Pending _ -> Uni.createFrom().voidItem();
    };
  }

  /** Not tidied now is tidied by SessionsRevoked: no reason to refuse what has been done. */
  private Uni<Void> tidied(AccountId account, EventId id) {
    return changes
        .settle(account, id)
        .onFailure()
        .invoke(failure -> LOG.warnf("retired factor left eventId=%s cause=%s", id, failure))
        .onFailure()
        .recoverWithNull();
  }

  private static boolean outdated(Throwable failure) {
    return failure instanceof WebApplicationException refusal
        && refusal.getResponse().getStatus() == CONFLICT;
  }
}
