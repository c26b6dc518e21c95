package dev.latchkey.contracts.event;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import dev.latchkey.contracts.id.AccountId;
import java.time.Instant;

/**
 * A fact that happened to an account. Growth is additive: a reader ignores fields it does not know.
 * No event carries an address or a secret; what only one reader may see is sealed to it.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public sealed interface Event
    permits AccountEvent, MfaEvent, AuthorizationEvent, ClientEvent, MessageEvent, DeliveryEvent {

  /** Whose account; the Kafka key, so that one account's events of a topic stay in order. */
  AccountId account();

  /** When it happened, by the clock of the service that says so. */
  Instant at();
}
