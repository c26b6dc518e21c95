package dev.latchkey.mfa.auth;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.latchkey.contracts.effect.Change;
import dev.latchkey.contracts.event.MfaEvent;
import dev.latchkey.contracts.event.MfaEvent.MfaDisabled;
import dev.latchkey.contracts.event.MfaEvent.MfaEnabled;
import dev.latchkey.contracts.event.Origin;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.contracts.id.EventId;
import dev.latchkey.contracts.id.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An event, said to auth-service directly, in case Kafka is slow or down.
 *
 * @param eventId the event's own id: by whichever way it comes first it takes effect, once
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CascadeRequest(
    EventId eventId,
    Change change,
    AccountId account,
    @Nullable SessionId keptSession,
    int epoch,
    Instant at,
    Origin origin) {

  /**
   * The request that says the same as the event.
   *
   * @param origin what the event has sealed
   */
  public static CascadeRequest of(EventId id, MfaEvent fact, Origin origin) {
    return switch (fact) {
      case MfaEnabled(var account, var at, var kept, int epoch, boolean replaced, _) -> {
        var change = replaced ? Change.TWO_FACTOR_REPLACED : Change.TWO_FACTOR_ENABLED;
        yield new CascadeRequest(id, change, account, kept, epoch, at, origin);
      }
      case MfaDisabled(var account, var at, var kept, int epoch, _) ->
          new CascadeRequest(id, Change.TWO_FACTOR_DISABLED, account, kept, epoch, at, origin);
      default -> throw new IllegalArgumentException("no cascade follows " + fact.getClass());
    };
  }
}
