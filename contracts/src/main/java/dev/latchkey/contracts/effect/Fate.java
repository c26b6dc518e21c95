package dev.latchkey.contracts.effect;

/** What becomes of something that had access before a change. */
public enum Fate {
  /** Goes on as it is. */
  STAYS,
  /** Is refused from the next request on. */
  ENDS,
  /** Is replaced by a new one; the old one is refused from the next request on. */
  NEW
}
