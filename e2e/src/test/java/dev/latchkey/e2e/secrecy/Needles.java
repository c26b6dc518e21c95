package dev.latchkey.e2e.secrecy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Thousands of words, looked for in one pass over a text by the rolling hash of their beginnings
 * (Karp and Rabin, 1987): one after the other they take minutes.
 */
final class Needles {

  /** No word is shorter. */
  private static final int SHORTEST = 8;

  private static final long BASE = 1_000_003;

  /** What the first character of a beginning counts. */
  private static final long FIRST = power();

  private static final int FILTER_BITS = 20;

  private final Map<Long, List<String>> byBeginning = new HashMap<>();

  /** Where a beginning may be known: nearly every place of a text is none, and is left at once. */
  private final BitSet known = new BitSet(1 << FILTER_BITS);

  Needles(Collection<String> words) {
    for (var word : words) {
      if (word.length() < SHORTEST) {
        throw new IllegalArgumentException("too short to be looked for");
      }
      byBeginning.computeIfAbsent(hash(word), none -> new ArrayList<>()).add(word);
      known.set(bit(hash(word)));
    }
  }

  /** Those words that the text has. */
  Set<String> in(String text) {
    var found = new HashSet<String>();
    int last = text.length() - SHORTEST;
    if (last < 0) {
      return found;
    }
    long hash = hash(text);
    for (int at = 0; ; at++) {
      if (known.get(bit(hash))) {
        addThose(text, at, hash, found);
      }
      if (at == last) {
        return found;
      }
      hash = (hash - text.charAt(at) * FIRST) * BASE + text.charAt(at + SHORTEST);
    }
  }

  private void addThose(String text, int at, long hash, Set<String> found) {
    for (var word : byBeginning.getOrDefault(hash, List.of())) {
      if (text.startsWith(word, at)) {
        found.add(word);
      }
    }
  }

  /** The high bits: low ones of a product of odd numbers say little. */
  private static int bit(long hash) {
    return (int) (hash >>> (Long.SIZE - FILTER_BITS));
  }

  /** Of the beginning. */
  private static long hash(String text) {
    long hash = 0;
    for (int i = 0; i < SHORTEST; i++) {
      hash = hash * BASE + text.charAt(i);
    }
    return hash;
  }

  private static long power() {
    long power = 1;
    for (int i = 1; i < SHORTEST; i++) {
      power *= BASE;
    }
    return power;
  }
}
