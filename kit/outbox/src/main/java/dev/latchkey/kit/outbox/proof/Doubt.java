package dev.latchkey.kit.outbox.proof;

import dev.latchkey.contracts.event.DeadLetter;

/** Why a record is not believed. */
public enum Doubt {

  /** Whoever wrote it has no key of ours; or it is older than proofs are. */
  MISSING("ce_proof is missing"),

  /** Not a JWS of that kind: another type or algorithm, more in its header, a payload in it. */
  BROKEN("ce_proof is not the proof of an event"),

  /** Known by its source, and it has no say there. */
  NO_SPEAKER("ce_source does not speak on this topic"),

  /** Either somebody else's, or the speaker's and not among ours yet, or any more. */
  UNKNOWN_KEY(DeadLetter.UNKNOWN_KEY),

  /** Another key under the speaker's name, or another record. */
  WRONG("ce_proof is not of this record by its speaker");

  private final String reason;

  Doubt(String reason) {
    this.reason = reason;
  }

  /** In words, for the dead letter; quotes nothing. */
  public String reason() {
    return reason;
  }
}
