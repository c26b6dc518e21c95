package dev.latchkey.kit.outbox.letter;

import java.util.List;

/**
 * Letters that no replay has dealt with yet, topic by topic, the oldest first.
 *
 * @param more whether there are others behind them
 */
record LettersFound(List<Letter> letters, boolean more) {
  LettersFound {
    letters = List.copyOf(letters);
  }
}
