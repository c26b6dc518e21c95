package dev.latchkey.kit.outbox.letter;

import java.util.ArrayList;
import java.util.List;

/** How far one replay has come. One letter at a time. */
final class Tally {

  private final List<Letter> dealt = new ArrayList<>();
  private int handled;
  private int failed;
  private boolean away;

  void heard(Letter letter, boolean tookEffect) {
    dealt.add(letter);
    if (tookEffect) {
      handled++;
    } else {
      failed++;
    }
  }

  void leave(Letter letter) {
    dealt.add(letter);
  }

  /** The one in hand is not dealt with, and those behind it shall not be. */
  void stop() {
    away = true;
  }

  boolean stopped() {
    return away;
  }

  List<Letter> dealt() {
    return List.copyOf(dealt);
  }

  ReplayOutcome outcome(LettersFound found) {
    return away
        ? new ReplayOutcome.Away()
        : new ReplayOutcome.Replayed(
            handled,
            failed,
            dealt.size() - handled - failed,
            found.more() || dealt.size() < found.letters().size());
  }

  /** For the log. */
  @Override
  public String toString() {
    return "handled=%d failed=%d left=%d stopped=%b"
        .formatted(handled, failed, dealt.size() - handled - failed, away);
  }
}
