package dev.latchkey.mfa.cascade;

import dev.latchkey.mfa.auth.CascadeReceipt;

/** What is known of a cascade when the person is answered. */
public sealed interface CascadeOutcome {

  /** It ran. */
  record Done(CascadeReceipt receipt) implements CascadeOutcome {}

  /** auth-service could not be reached; it acts as soon as it hears the event. */
  record Pending() implements CascadeOutcome {}

  /** auth-service refused: another change came first. What was done is undone. */
  record Outdated() implements CascadeOutcome {}
}
