package dev.latchkey.kit.sealing;

/**
 * A sealed value does not open: it was changed, belongs to another row or purpose, or its key is
 * not in the ring. The text says no more than that, because it may be logged.
 */
public final class SealBroken extends RuntimeException {

  SealBroken(String why) {
    super(why);
  }

  SealBroken(String why, Throwable cause) {
    super(why, cause);
  }
}
