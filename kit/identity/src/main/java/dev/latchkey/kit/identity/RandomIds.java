package dev.latchkey.kit.identity;

import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes ids: random UUIDs (RFC 9562 version 4). */
public class RandomIds {

  private final RandomGenerator random;

  public RandomIds(RandomGenerator random) {
    this.random = random;
  }

  /** An id that was never there before, for all that chance allows. */
  public UUID next() {
    long high = (random.nextLong() & ~0xf000L) | 0x4000L;
    long low = (random.nextLong() & ~(0b11L << 62)) | (0b10L << 62);
    return new UUID(high, low);
  }
}
