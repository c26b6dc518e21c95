package dev.latchkey.bench.peer;

/** Something that one system does again and again. */
@FunctionalInterface
interface Deed {

  /**
   * Does it once.
   *
   * @param turn a number that never comes twice
   * @return false when it was not answered as it should be
   */
  boolean done(int turn);
}
