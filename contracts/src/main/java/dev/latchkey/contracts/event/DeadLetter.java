package dev.latchkey.contracts.event;

/**
 * A record that its hearer could not handle, as it stands among the dead letters: as it came, with
 * headers that say why it is there and where it was.
 */
public final class DeadLetter {

  /** What the names of our headers begin with; the record had none of them when it came. */
  public static final String HEADERS = "dead-letter-";

  public static final String REASON = HEADERS + "reason";
  public static final String TOPIC = HEADERS + "topic";
  public static final String PARTITION = HEADERS + "partition";
  public static final String OFFSET = HEADERS + "offset";

  /** The consumer group under whose name Kafka keeps how far replays have come. */
  public static final String REPLAYS = "replay";

  /** Readable, but its effect failed; the failure's type follows. */
  public static final String EAR_FAILED = "the ear failed: ";

  /** Signed with a key that the hearer did not have: perhaps it has it by now. */
  public static final String UNKNOWN_KEY = "ce_proof is under no key of its speaker";

  private DeadLetter() {}

  /** False for what would come back at once: nobody can read it, or believe it. */
  public static boolean worthAnotherHearing(String reason) {
    return reason.startsWith(EAR_FAILED) || reason.equals(UNKNOWN_KEY);
  }
}
