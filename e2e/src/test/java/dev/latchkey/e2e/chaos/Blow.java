package dev.latchkey.e2e.chaos;

/** One fault of one round: made ready before people begin, struck while they are at it. */
interface Blow extends AutoCloseable {

  /** Strikes; returns when the fault itself is over, or when only time is needed to heal. */
  void strike();

  /** Waits until what was broken is whole again. */
  @Override
  void close();
}
