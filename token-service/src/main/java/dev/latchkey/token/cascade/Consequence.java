package dev.latchkey.token.cascade;

import dev.latchkey.contracts.effect.Fate;
import dev.latchkey.contracts.event.AccountEvent.AccountClosed;
import dev.latchkey.contracts.event.AccountEvent.ApiKeyRotated;
import dev.latchkey.contracts.event.AccountEvent.PasswordChanged;
import dev.latchkey.contracts.event.AccountEvent.SessionsRevoked;
import dev.latchkey.contracts.event.Event;
import dev.latchkey.contracts.id.AccountId;
import dev.latchkey.token.account.AccountEpochs;
import dev.latchkey.token.authorization.Which;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a change to an account does to its authorizations. Every part of it only ends or raises, and
 * names what was there before the change by epoch, key or time: heard twice, late or out of order,
 * it does the same, and nothing made after the change is touched.
 *
 * @param epoch at least this is the account's epoch
 * @param replacedKey the API key that the change made worthless; nothing is made with it any more
 * @param ends those, and what they made
 * @param origin where the change came from, sealed
 */
record Consequence(
    AccountId account, int epoch, @Nullable UUID replacedKey, List<Which> ends, String origin) {

  private static final int NOT_TOLD = 0;

  Consequence {
    ends = List.copyOf(ends);
  }

  /** True when the account is no more, and its clients are not either. */
  boolean closes() {
    return epoch == AccountEpochs.CLOSED;
  }

  /** The consequence of a fact, or nothing when authorizations do not hang on it. */
  static Optional<Consequence> of(Event fact) {
    return switch (fact) {
      case SessionsRevoked e -> Optional.of(ofRevocation(e));
      case ApiKeyRotated e -> Optional.of(ofKey(e));
      case PasswordChanged e when e.reset() ->
          of(e.account(), NOT_TOLD, Which.standingUntil(e.at()), e.origin());
      case AccountClosed e -> of(e.account(), AccountEpochs.CLOSED, Which.all(), e.origin());
      default -> Optional.empty();
    };
  }

  private static Consequence ofKey(ApiKeyRotated e) {
    return new Consequence(
        e.account(), NOT_TOLD, e.replaced(), List.of(byReplacedKey(e)), e.origin());
  }

  /** By the key's id, which no clock can blur; by time where an older auth-service did not say. */
  private static Which byReplacedKey(ApiKeyRotated e) {
    var replaced = e.replaced();
    return replaced == null ? Which.byApiKeyUntil(e.at()) : Which.byApiKey(replaced);
  }

  private static Consequence ofRevocation(SessionsRevoked e) {
    var ends = new ArrayList<Which>();
    ends.add(Which.signInsBefore(e.epoch()));
    var cause = e.cause();
    if (cause != null && cause.authorizations() == Fate.ENDS) {
      ends.add(Which.standingBefore(e.epoch()));
    }
    if (cause != null && cause.apiKey() != Fate.STAYS) {
      ends.add(Which.byApiKeyBefore(e.epoch()));
    }
    return new Consequence(e.account(), e.epoch(), null, ends, e.origin());
  }

  private static Optional<Consequence> of(AccountId account, int epoch, Which ends, String origin) {
    return Optional.of(new Consequence(account, epoch, null, List.of(ends), origin));
  }
}
