package dev.latchkey.mfa.removal;

/** What came of a step towards switching two-factor off. */
sealed interface RemovalOutcome {

  /** So it is now. */
  record Waiting(RemovalView removal) implements RemovalOutcome {}

  /** It was taken back. */
  record Withdrawn() implements RemovalOutcome {}

  /** It was asked for, or agreed to, before. */
  record AlreadyThere() implements RemovalOutcome {}

  /** Who asked cannot agree. */
  record SameOperator() implements RemovalOutcome {}

  /** The factor was used meanwhile: it is not lost, and the removal is gone. */
  record FactorShown() implements RemovalOutcome {}

  /** Two-factor is not on. */
  record NotOn() implements RemovalOutcome {}

  /** Nothing was asked for. */
  record NotAsked() implements RemovalOutcome {}
}
